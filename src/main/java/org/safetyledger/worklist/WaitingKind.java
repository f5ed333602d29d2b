package org.safetyledger.worklist;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Permission;
import org.safetyledger.read.Conditions;

/** A kind of work, with who does it, and the rows that wait with the time until which each should be done. */
@Enum("WaitingKind")
@Description("A kind of work that waits, named after the list in which it is found.")
public enum WaitingKind {
    @Description(
            "Rectification tasks that were given to the caller and wait for the enterprise: `rectificationTasks(filter: "
                    + "{mine: true})`.")
    TASKS_OF_MINE(
            Permission.START_RECTIFICATION,
            "{tasks} in ('PENDING_ACCEPT', 'ACCEPTED', 'IN_PROGRESS', 'RETURNED') and r.person_subject = {subject}"),
    @Description("Hazards that were given to the caller: `hazards(filter: {mine: true, open: true})`.")
    HAZARDS_OF_MINE(
            Permission.ASSIGN_HAZARD_PERSON,
            "{hazards} not in ('CLOSED', 'REJECTED', 'DUPLICATE') and r.person_subject = {subject}"),
    @Description(
            "Visits that the caller conducts and that are ready or going on: `inspections(filter: {mine: true})`; due on "
                    + "their planned day.")
    VISITS_OF_MINE(
            Permission.CONDUCT_INSPECTION,
            "{planned} where r.status in ('ASSIGNED', 'NOTIFIED', 'IN_PROGRESS', 'RECORD_PENDING_SIGNATURE', 'SIGNED', "
                    + "'SIGNATURE_REFUSED') and exists (select from inspection_officer o where o.inspection_id = r.id and "
                    + "o.subject = {subject} and o.exclusion is null)"),
    @Description(
            "Records of visits that the enterprise has to sign: `inspections`, RECORD_PENDING_SIGNATURE; due on their "
                    + "planned day.")
    VISITS_TO_SIGN(
            Permission.SIGN_INSPECTION,
            "{planned} where r.status = 'RECORD_PENDING_SIGNATURE' and r.kind <> 'SELF_CHECK'") {
        @Override
        boolean isFor(Caller caller) {
            return super.isFor(caller) && caller.ofEnterprise();
        }
    },
    @Description("Tasks that the enterprise has not accepted: `rectificationTasks`, PENDING_ACCEPT.")
    TASKS_TO_ACCEPT(Permission.RECTIFY, "{tasks} = 'PENDING_ACCEPT'"),
    @Description("Tasks that the enterprise has to rectify: `rectificationTasks`, ACCEPTED, IN_PROGRESS or RETURNED.")
    TASKS_TO_RECTIFY(Permission.RECTIFY, "{tasks} in ('ACCEPTED', 'IN_PROGRESS', 'RETURNED')"),
    @Description("Papers whose receipt the enterprise has to sign: `papers`, SERVED.")
    PAPERS_TO_SIGN(Permission.SIGN_PAPER, "r.due_at due from paper r where r.status = 'SERVED'"),
    @Description("Reports of workers to be answered: `quickReports`, REPORTED or RECEIVED.")
    QUICK_REPORTS_TO_ANSWER(
            Permission.MANAGE_POSTS, "r.due_at due from quick_report r where r.status in ('REPORTED', 'RECEIVED')"),
    @Description("Hazards to be confirmed, rejected or marked as duplicates: `hazards`, REPORTED.")
    HAZARDS_TO_CONFIRM(Permission.DECIDE_HAZARD, "{hazards} = 'REPORTED'", WaitingRows.DEALS),
    @Description("Hazards whose rectification is to be assigned: `hazards`, CONFIRMED or REOPENED.")
    HAZARDS_TO_ASSIGN(Permission.ASSIGN_RECTIFICATION, "{hazards} in ('CONFIRMED', 'REOPENED')", WaitingRows.DEALS),
    @Description(
            "Hazards to be closed, by somebody who neither found nor fixed them: `hazards`, REVIEWING or FIXED_ON_SITE.")
    HAZARDS_TO_CLOSE(
            Permission.DECIDE_HAZARD,
            "{hazards} in ('REVIEWING', 'FIXED_ON_SITE') and r.reported_by <> {subject} and r.found_by is distinct from "
                    + "{subject} and r.fixed_by is distinct from {subject} and (r.grade <> 'MAJOR' or r.five_implementations is not"
                    + " null and r.interim_measures is not null)",
            WaitingRows.DEALS),
    @Description("Rectifications to be reviewed: `rectificationTasks`, SUBMITTED.")
    TASKS_TO_REVIEW(Permission.REVIEW_RECTIFICATION, "{tasks} = 'SUBMITTED'", WaitingRows.DEALS),
    @Description(
            "Re-checks that are owed because a task ended without anything submitted: `deadlines`, RECHECK, running.")
    RECHECKS_OWED(
            Permission.REVIEW_RECTIFICATION,
            "r.due_at due, r.* from deadline_clock r where r.stopped_at is null and r.subject = 'RECHECK'",
            WaitingRows.DEALS),
    @Description(
            "What became due of running deadlines and is addressed to the caller's authority or office, until somebody of it has"
                    + " acknowledged it: `viewer { deadlineEvents(filter: {status: OPEN}) }`; without a time. Enterprises have the work itself.")
    DEADLINE_EVENTS_TO_ACKNOWLEDGE(
            Permission.ACKNOWLEDGE_DEADLINE,
            "{timeless} deadline_event r where r.status = 'OPEN' and (r.addressed_department = {department} or "
                    + "r.addressed_department is null and {governs} and r.addressed_division = {division} and r.addressee in "
                    + "('RESPONSIBLE', case when {leads} then 'LEADER' else 'OFFICER' end)) and (r.owed_by = 'AUTHORITY' or "
                    + "r.addressee <> 'RESPONSIBLE') and exists (select from deadline_clock c where c.id = r.deadline_clock_id and "
                    + "c.stopped_at is null)") {
        @Override
        boolean isFor(Caller caller) {
            return super.isFor(caller) && !caller.ofEnterprise();
        }
    },
    @Description("Extensions to be decided on: `rectificationTasks`, EXTENSION_REQUESTED.")
    EXTENSIONS_TO_DECIDE(Permission.DECIDE_EXTENSION, "{tasks} = 'EXTENSION_REQUESTED'", WaitingRows.DEALS),
    @Description(
            "Visits of the caller's area's authorities to be approved: `inspections`, APPROVAL_PENDING; due on their "
                    + "planned day.")
    VISITS_TO_APPROVE(
            Permission.APPROVE_INSPECTION,
            "{planned} where r.status = 'APPROVAL_PENDING' and starts_with(r.authority_division, {place}) and "
                    + "r.planned_by <> {subject}"),
    @Description("Emergency visits of the caller's area's authorities to be approved afterwards: `inspections`.")
    EMERGENCIES_TO_APPROVE(
            Permission.APPROVE_INSPECTION,
            "r.approval_due_at due from inspection r where r.source = 'EMERGENCY' and r.approved_at is null and "
                    + "r.approval_refused_at is null and r.status not in ('APPROVAL_PENDING', 'CANCELLED') and "
                    + "starts_with(r.authority_division, {place}) and r.planned_by <> {subject}"),
    @Description("Officers of whom enterprises asked the authorities of the caller's area that they withdraw: "
            + "`inspections(filter: {recusalToDecide: true})`; without a time.")
    RECUSALS_TO_DECIDE(
            Permission.APPROVE_INSPECTION,
            "{timeless} recusal c join inspection r on r.id = c.inspection_id left join inspection_officer o on o.inspection_id = "
                    + "c.inspection_id and o.person_id = c.person_id where c.status = 'ASKED' and starts_with(r.authority_division, "
                    + "{place}) and o.subject is distinct from {subject}"),
    @Description(
            "Visits of the caller's area's authorities whose targets refused to sign or to let anybody in, of which the head takes "
                    + "note: `inspections(filter: {refusalToNote: true})`; without a time.")
    REFUSALS_TO_NOTE(
            Permission.APPROVE_INSPECTION,
            "{timeless} inspection r where r.refusal_reported_at is not null and r.refusal_noted_at is null and "
                    + "starts_with(r.authority_division, {place})"),
    @Description("Visits of the caller's authority that wait for another officer for one who was recused: "
            + "`inspections(filter: {awaitsOfficer: true})`; without a time.")
    OFFICERS_TO_REPLACE(
            Permission.NOTIFY_INSPECTION,
            "{timeless} inspection r where r.awaits_officer and r.status not in ('COMPLETED', 'ABORTED') and r.authority = "
                    + "coalesce({department}, {division}) and not {subject} = any(r.recused)"),
    @Description("Check plans of the caller's area's authorities to be approved: `checkPlans`, DRAFT; without a time.")
    CHECK_PLANS_TO_APPROVE(
            Permission.APPROVE_INSPECTION,
            "{timeless} check_plan r where r.status = 'DRAFT' and starts_with(r.division_code, {place}) and "
                    + "r.drafted_by_subject <> {subject}"),
    @Description("Campaigns of the caller's government to be approved: `campaigns`, DRAFT; due on their first day.")
    CAMPAIGNS_TO_APPROVE(
            Permission.APPROVE_CAMPAIGN,
            "cast(r.starts_on as timestamp) at time zone 'Asia/Shanghai' due from campaign r where r.status = 'DRAFT' and"
                    + " r.division_code = {division} and r.created_by <> {subject}"),
    @Description("Transfers that the caller's authority has to answer: `transfers`, PENDING.")
    TRANSFERS_TO_ANSWER(
            Permission.ANSWER_TRANSFER, "{transfers} = 'PENDING' and {to me} and r.sent_by_subject <> {subject}"),
    @Description(
            "Transfers that the caller's committee office, or the leader above both sides, has to decide: `transfers`, "
                    + "ARBITRATION.")
    TRANSFERS_TO_ARBITRATE(
            Permission.ARBITRATE_TRANSFER,
            "{transfers} = 'ARBITRATION' and r.sent_by_subject <> {subject} and ({department} = any(r.arbiters) or "
                    + "{leads} and starts_with(r.from_division, {place}) and starts_with(r.to_division, {place}))"),
    @Description("Suspected crimes of which the head decides whether they go to the police: `transfers`, PROPOSED.")
    CRIMES_TO_DECIDE(
            Permission.DECIDE_CRIME_TRANSFER, "{transfers} = 'PROPOSED' and starts_with(r.from_division, {place})"),
    @Description("Suspected crimes that the caller's authority has to deliver to the police: `transfers`, APPROVED.")
    CRIMES_TO_DELIVER(Permission.TRANSFER_HAZARD, "{transfers} = 'APPROVED' and {from me}"),
    @Description(
            "Items of supervision that the caller's authority has to answer: `supervisionItems`, OPEN or RETURNED.")
    SUPERVISION_ITEMS_TO_ANSWER(
            Permission.ANSWER_SUPERVISION,
            "r.due_at due from supervision_item r where r.open and (r.addressee_department = {department} or "
                    + "r.addressee_department is null and not {departmental} and r.addressee_division = {division}) and r.office is"
                    + " distinct from {department}"),
    @Description(
            "Answers to items of the caller's committee office to be accepted or returned: `supervisionItems`, ANSWERED; "
                    + "without a time.")
    SUPERVISION_ITEMS_TO_DECIDE(
            Permission.SUPERVISE,
            "{timeless} supervision_item r where r.status = 'ANSWERED' and r.office = {department} and "
                    + "r.answered_by_subject is distinct from {subject}"),
    @Description("Items of directives that the caller's authority leads, or to which it has not given its part: "
            + "`directiveItems`.")
    DIRECTIVE_ITEMS_TO_ANSWER(
            Permission.ANSWER_DIRECTIVE,
            "r.due_at due from directive_item r where r.open and (r.lead_department = {department} or r.lead_department "
                    + "is null and {governs} and r.division_code = {division}) or r.status in ('OPEN', 'RETURNED', 'ANSWERED') and "
                    + "({department} = any(r.missing_co_units) or {governs} and {division} = any(r.missing_co_units))"),
    @Description(
            "Answers to items of the caller's office to be accepted or returned: `directiveItems`, ANSWERED; without a "
                    + "time.")
    DIRECTIVE_ITEMS_TO_ACCEPT(
            Permission.ISSUE_DIRECTIVE,
            "{timeless} directive_item r where r.status = 'ANSWERED' and (r.office = {department} or r.office is null and"
                    + " {leads} and r.office_division = {division}) and r.answered_by_subject is distinct from {subject}"),
    @Description("Daily reports of the county to be signed: `dailyReports`, DRAWN_UP.")
    DAILY_REPORTS_TO_SIGN(
            Permission.SIGN_DAILY_REPORT,
            "r.due_at due from daily_report r where r.status = 'DRAWN_UP' and r.division_code = {division}"),
    @Description("Daily reports of the city to be issued: `dailyReports`, DRAWN_UP.")
    DAILY_REPORTS_TO_ISSUE(
            Permission.ISSUE_DAILY_REPORT,
            "r.due_at due from daily_report r where r.status = 'DRAWN_UP' and r.division_code = {division}"),
    @Description(
            "Bulletins of the caller's government to be signed, by somebody who drafted none of it: `bulletins`, DRAFT; "
                    + "without a time.")
    BULLETINS_TO_SIGN(
            Permission.SIGN_BULLETIN,
            "{timeless} bulletin r where r.status = 'DRAFT' and r.division_code = {division} and not {subject} = "
                    + "any(r.authors)"),
    @Description("Bulletins whose receipt the caller's authority has to confirm: `bulletinDeliveries`, SENT.")
    BULLETINS_TO_RECEIVE(
            Permission.ANSWER_BULLETIN,
            "r.due_at due from bulletin_delivery r where r.status = 'SENT' and {addressed}"),
    @Description("Bulletins to which the caller's authority has to give its feedback: `bulletinDeliveries`, RECEIVED.")
    BULLETINS_TO_ANSWER(
            Permission.ANSWER_BULLETIN,
            "r.due_at due from bulletin_delivery r where r.status = 'RECEIVED' and {addressed}"),
    @Description("Trades and kinds of venues without a regulator, of which the caller's government has to decide: "
            + "`undeterminedRegulators`.")
    REGULATORS_TO_DECIDE(
            Permission.DECIDE_REGULATOR,
            "r.due_at due from undetermined_regulator r where r.settled_at is null and r.division_code = {division}"),
    @Description("Papers that the caller's authority made out and has to serve: `papers`, ISSUED; without a time.")
    PAPERS_TO_SERVE(
            Permission.ISSUE_PAPER,
            "{timeless} paper r where r.status = 'ISSUED' and r.authority = coalesce({department}, {division}) and "
                    + "(r.kind <> 'PRESERVATION' or r.approved_at is not null or r.urgency is not null)"),
    @Description(
            "Preservations of things as evidence by the caller's area's authorities to be approved: `papers`, PRESERVATION, "
                    + "ISSUED; without a time.")
    PRESERVATIONS_TO_APPROVE(
            Permission.APPROVE_INSPECTION,
            "{timeless} paper r where r.undecided_things > 0 and r.status = 'ISSUED' and r.approved_at is null and "
                    + "starts_with(r.authority_division, {place}) and r.issued_by_subject <> {subject}"),
    @Description(
            "Preservations that were made in urgency by the caller's area's authorities, to be approved afterwards: `papers`, "
                    + "PRESERVATION, served.")
    URGENT_PRESERVATIONS_TO_APPROVE(
            Permission.APPROVE_INSPECTION,
            "r.approval_due_at due from paper r where r.approval_due_at is not null and r.approved_at is null and "
                    + "r.approval_refused_at is null and r.status in ('SERVED', 'SIGNED', 'REFUSED') and (r.undecided_things = 0 or "
                    + "least(r.approval_due_at, r.decision_due_at) >= ledger_now()) and starts_with(r.authority_division, {place}) and "
                    + "r.issued_by_subject <> {subject}"),
    @Description(
            "Things that the caller's authority, or one under its leader, preserves as evidence and has to decide, or to give "
                    + "back once that lapsed: `papers(filter: {undecided: true})`.")
    PRESERVATIONS_TO_DECIDE(
            Permission.DECIDE_PRESERVATION,
            // What its head refused, or did not approve in time, is to be given back from then on.
            "least(r.decision_due_at, coalesce(r.approval_refused_at, case when r.approved_at is null and "
                    + "r.approval_due_at < ledger_now() then r.approval_due_at end)) due from paper r "
                    + "where r.undecided_things > 0 and r.lapse_noted_at is null and r.status in ('SERVED', 'SIGNED', 'REFUSED') "
                    + "and (r.authority = coalesce({department}, {division}) or {leads} and "
                    + "starts_with(r.authority_division, {place}))");

    private final Permission permission;
    private final String rows;
    private final String ofList;
    private final String guard;

    WaitingKind(Permission permission, String rows) {
        this(permission, rows, "true");
    }

    /** @param guard what is asked of those rows alone that are due first, because it costs more */
    WaitingKind(Permission permission, String rows, String guard) {
        this.permission = permission;
        this.rows = WaitingRows.of(rows);
        this.ofList = WaitingRows.ofList(rows);
        this.guard = WaitingRows.of(guard);
    }

    boolean isFor(Caller caller) {
        return caller.may(permission);
    }

    /** Has a list of the table show what waits for the caller as one of these kinds of work, which all are of that table. */
    public static void narrow(Conditions conditions, Caller caller, WaitingKind... kinds) {
        List<String> own = Stream.of(kinds)
                .filter(kind -> kind.isFor(caller))
                .map(kind -> "(" + kind.ofList + ")")
                .toList();
        conditions.add(own.isEmpty() ? "false" : "(" + String.join(" or ", own) + ")");
        conditions.parameters().put("viewer", caller.subject());
        conditions.parameters().put("place", DivisionLevel.prefix(caller.division()));
    }

    /** Of the rows those that are due first, so many at most, counted. */
    String counted(int most) {
        return "select '" + name()
                + "' kind, count(*) waiting, count(*) filter (where r.due < ledger_now()) overdue, cast(extract(epoch from min(r.due)) * 1000 as bigint) earliest"
                + " from (select " + rows + " order by due limit " + most + ") r where " + guard;
    }
}
