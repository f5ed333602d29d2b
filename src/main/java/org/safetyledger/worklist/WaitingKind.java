package org.safetyledger.worklist;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;

/** A kind of work, with who does it, and the rows that wait with the time until which each should be done. */
@Enum("WaitingKind")
@Description("A kind of work that waits, named after the list in which it is found.")
public enum WaitingKind {
    @Description(
            "Rectification tasks that were given to the caller: `rectificationTasks(filter: {mine: true})`, not ended.")
    TASKS_OF_MINE(
            Permission.START_RECTIFICATION,
            "due_at due from rectification_task where open and person_subject = (select subject from me)"),
    @Description("Hazards that were given to the caller: `hazards(filter: {mine: true, open: true})`.")
    HAZARDS_OF_MINE(
            Permission.ASSIGN_HAZARD_PERSON,
            "due_at due from hazard where open and person_subject = (select subject from me)"),
    @Description(
            "Visits that the caller conducts and that are ready or going on: `inspections(filter: {mine: true})`; due on their planned day.")
    VISITS_OF_MINE(
            Permission.CONDUCT_INSPECTION,
            "cast(i.planned_on + 1 as timestamp) at time zone 'Asia/Shanghai' due from inspection_officer o"
                    + " join inspection i on i.id = o.inspection_id where o.subject = (select subject from me) and o.exclusion is null"
                    + " and i.status in ('ASSIGNED', 'NOTIFIED', 'IN_PROGRESS', 'RECORD_PENDING_SIGNATURE', 'SIGNED', 'SIGNATURE_REFUSED')"),
    @Description("Tasks that the enterprise has not accepted: `rectificationTasks`, PENDING_ACCEPT.")
    TASKS_TO_ACCEPT(Permission.RECTIFY, Rows.TASKS + "= 'PENDING_ACCEPT'"),
    @Description("Tasks that the enterprise has to rectify: `rectificationTasks`, ACCEPTED, IN_PROGRESS or RETURNED.")
    TASKS_TO_RECTIFY(Permission.RECTIFY, Rows.TASKS + "in ('ACCEPTED', 'IN_PROGRESS', 'RETURNED')"),
    @Description("Hazards to be confirmed, rejected or marked as duplicates: `hazards`, REPORTED.")
    HAZARDS_TO_CONFIRM(Permission.DECIDE_HAZARD, Rows.HAZARDS + "= 'REPORTED'"),
    @Description("Hazards whose rectification is to be assigned: `hazards`, CONFIRMED or REOPENED.")
    HAZARDS_TO_ASSIGN(Permission.ASSIGN_RECTIFICATION, Rows.HAZARDS + "in ('CONFIRMED', 'REOPENED')"),
    @Description("Hazards to be closed: `hazards`, REVIEWING or FIXED_ON_SITE.")
    HAZARDS_TO_CLOSE(Permission.DECIDE_HAZARD, Rows.HAZARDS + "in ('REVIEWING', 'FIXED_ON_SITE')"),
    @Description("Rectifications to be reviewed: `rectificationTasks`, SUBMITTED.")
    TASKS_TO_REVIEW(Permission.REVIEW_RECTIFICATION, Rows.TASKS + "= 'SUBMITTED'"),
    @Description("Extensions to be decided on: `rectificationTasks`, EXTENSION_REQUESTED.")
    EXTENSIONS_TO_DECIDE(Permission.DECIDE_EXTENSION, Rows.TASKS + "= 'EXTENSION_REQUESTED'"),
    @Description(
            "Visits of the caller's area's authorities to be approved: `inspections`, APPROVAL_PENDING; due on their planned day.")
    VISITS_TO_APPROVE(
            Permission.APPROVE_INSPECTION,
            "cast(planned_on + 1 as timestamp) at time zone 'Asia/Shanghai' due from inspection where status = 'APPROVAL_PENDING'"
                    + " and starts_with(authority_division, (select place from me)) and planned_by <> (select subject from me)"),
    @Description("Campaigns of the caller's government to be approved: `campaigns`, DRAFT; due on their first day.")
    CAMPAIGNS_TO_APPROVE(
            Permission.APPROVE_CAMPAIGN,
            "cast(starts_on as timestamp) at time zone 'Asia/Shanghai' due from campaign where status = 'DRAFT'"
                    + " and division_code = (select division from me) and created_by <> (select subject from me)"),
    @Description("Transfers that the caller's authority has to answer: `transfers`, PENDING.")
    TRANSFERS_TO_ANSWER(
            Permission.ANSWER_TRANSFER,
            "due_at due from hazard_transfer where status = 'PENDING'"
                    + " and ledger_transfer_state(status, kind, due_at, ended_at) = 'PENDING'"
                    + " and coalesce(to_department, to_division) = (select authority from me)");

    private static final class Rows {
        private static final String TASKS = "due_at due from rectification_task where status ";
        private static final String HAZARDS = "due_at due from hazard where status ";
    }

    private final Permission permission;
    private final String rows;

    WaitingKind(Permission permission, String rows) {
        this.permission = permission;
        this.rows = rows;
    }

    boolean isFor(Caller caller) {
        return caller.may(permission);
    }

    /** Of the rows those that are due first, so many at most, counted. */
    String counted(int most) {
        return "select '" + name()
                + "' kind, count(*) waiting, count(*) filter (where due < ledger_now()) overdue, cast(extract(epoch from min(due)) * 1000 as bigint) earliest"
                + " from (select " + rows + " order by due limit " + most + ") w";
    }
}
