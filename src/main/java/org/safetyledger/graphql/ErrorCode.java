package org.safetyledger.graphql;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;

/**
 * Every stable code with which a request or a command is refused. A {@link #topLevel()} code appears in
 * {@code errors[].extensions.code}; the others appear in a payload's {@code userErrors}, because the caller can mend
 * them. The messages, in English and Chinese, are in {@code messages*.properties} under the code's name.
 */
@RegisterForReflection
@Description("Stable code of an error that the caller can mend. Front ends branch on it, never on the message.")
public enum ErrorCode {
    @Description("The request carries no token, or one that is expired, unsigned or from a foreign issuer.")
    UNAUTHENTICATED(true),
    @Description("The claims of the token contradict its role, e.g. a county officer without a division.")
    CLAIMS_CONTRADICT_ROLE(true, "claim"),
    @Description("The caller's role has no permission for this operation.")
    FORBIDDEN(true),
    @Description("The object does not exist or is outside the caller's area: the two are never told apart.")
    NOT_FOUND(true),
    @Description("An id is not of the form prefix_26characters, or is of another type than the argument wants.")
    MALFORMED_ID(true, "type"),
    @Description("The cursor was not issued by this list with this order.")
    INVALID_CURSOR(true),
    @Description(
            "Entries behind this cursor were deleted, because the feed was not read for too long: read the objects anew.")
    CURSOR_TOO_OLD(true),
    @Description("`first` is below 1 or over 100, or more than 100 ids were asked for at once.")
    PAGE_SIZE_OUT_OF_RANGE(true, "max"),
    @Description("The document is too long, too deep or too complex.")
    LIMIT_EXCEEDED(true),
    @Description("The request is not a GraphQL request: not JSON, no query, or a wrong content type.")
    BAD_REQUEST(true, "part"),
    @Description("The document is named by a hash that is not known here: send it again with the document.")
    PERSISTED_QUERY_NOT_FOUND(true),
    @Description("The document cannot be parsed.")
    GRAPHQL_PARSE_FAILED(true),
    @Description("The document does not fit the schema: an unknown field, argument, type or enum value.")
    GRAPHQL_VALIDATION_FAILED(true),
    @Description("A variable or argument has a value that its type does not take.")
    BAD_INPUT(true, ScalarForm.VALUE, ScalarForm.EXPECTED),
    @Description(
            "Somebody else changes the same object just now; nothing was changed. The same request may be sent again.")
    BUSY(true),
    @Description("The caller has too many requests under way. The same request may be sent again in a while.")
    TOO_MANY_REQUESTS(true),
    @Description("It took longer than a request may; nothing was changed. Ask for less, or try again later.")
    TIME_LIMIT_EXCEEDED(true),
    @Description(
            "The database, the identity provider or the store of photos and videos cannot be used; the same request may"
                    + " be sent again.")
    SERVICE_UNAVAILABLE(true),
    @Description(
            "The connection to the database was lost while the command was committed: it was carried out, or not. The"
                    + " same request may be sent again under the same request id or client id: it is carried out once.")
    OUTCOME_UNKNOWN(true),
    @Description("The stored content of this evidence is missing or no longer what was received: its operator is told.")
    EVIDENCE_DAMAGED(true),
    @Description(
            "No rule is loaded that says this of that day, such as a time limit or a number; nothing was changed. The operator"
                    + " loads the rules.")
    RULE_NOT_LOADED(true, "subject", "case", "day"),
    @Description("The signed address of a photo or video has ended: ask for a new one (HTTP 410).")
    ADDRESS_EXPIRED(true, "ended"),
    @Description("This is no address that the service signed, or it was changed (HTTP 403).")
    ADDRESS_INVALID(true),
    @Description("The photo or video is shorter than where the asked part begins (HTTP 416).")
    RANGE_NOT_SATISFIABLE(true, "size"),
    @Description("A fault of the service. The log has the details under the given reference.")
    INTERNAL(true, "reference"),

    @Description("The object's state does not allow this action now; `availableActions` tells what it allows.")
    WRONG_STATE(false, "state", "needed"),
    @Description("`expectedVersion` is not the object's version: somebody changed it meanwhile. Read it again.")
    STALE_VERSION(false, "version"),
    @Description("Nothing of what was given differs from what is there.")
    NOTHING_CHANGED,
    @Description(
            "A reason is given exactly where what was published is corrected: for a second edition, and for no first one.")
    CORRECTION_REASON,
    @Description("This client id or request id was accepted before with other content.")
    CLIENT_ID_REUSED,
    @Description("A text is needed here and was absent, or nothing can be seen of it.")
    TEXT_REQUIRED,
    @Description("The text is longer than its limit.")
    TEXT_TOO_LONG(false, "max"),
    @Description("The list has more elements than may be given at once.")
    LIST_TOO_LONG(false, "max"),
    @Description("The text holds control characters, half characters or overrides of its direction.")
    CONTROL_CHARACTERS,
    @Description("The text holds characters of private use, which look different on every device.")
    PRIVATE_USE_CHARACTERS,
    @Description("The deadline lies in the past.")
    DEADLINE_IN_PAST,
    @Description("The deadline is later than the rule for this grade allows.")
    DEADLINE_TOO_LATE(false, "latest"),
    @Description("The hazard's total clock has ended: a task needs a date of its own and the reason for it.")
    TOTAL_CLOCK_ENDED(false, "endedAt"),
    @Description("The end lies before the start.")
    END_BEFORE_START,
    @Description(
            "The time or day lies in the future, for a time by the clock of a device by more than five minutes. The message"
                    + " tells the ledger's time.")
    TIME_IN_FUTURE(false, "now"),
    @Description("An object named in the input does not exist or is outside the caller's area.")
    REFERENCE_NOT_FOUND,
    @Description("The code is not in the code table, or not valid on the date in question.")
    UNKNOWN_CODE(false, "value"),
    @Description("Separation of duties: whoever found or reported the hazard cannot be the only one who closes it.")
    FINDER_CANNOT_CLOSE,
    @Description("Separation of duties: whoever recorded the fix on site cannot close the hazard.")
    FIXER_CANNOT_CLOSE,
    @Description("Separation of duties: whoever rectified cannot review.")
    RECTIFIER_CANNOT_REVIEW,
    @Description("Separation of duties: whoever asked for the extension cannot decide on it.")
    APPLICANT_CANNOT_DECIDE,
    @Description("Separation of duties: whoever graded the hazard cannot lower its grade.")
    GRADER_CANNOT_LOWER,
    @Description("The hazard was handed on or has a lead: this is for the authority that handles it now (`handledBy`).")
    NOT_THE_HANDLER,
    @Description("A transfer of this kind already awaits its answer or its arbitration.")
    TRANSFER_PENDING,
    @Description("The authority has the hazard already, or works along with the one that has it.")
    ALREADY_HANDLES,
    @Description(
            "No hazard can be handed to this code: it is no department that handles any, and no city, county or town.")
    TRANSFER_TARGET_INVALID,
    @Description("The answer came after the end of its clock, when silence had accepted the transfer.")
    ACCEPTED_BY_SILENCE,
    @Description("Whoever sent the transfer neither answers nor arbitrates it.")
    SENDER_CANNOT_ANSWER,
    @Description("Only joint work is ended this way, by the authority that leads or the one that joined.")
    NO_JOINT_WORK,
    @Description("When the suspicion arose is needed for what goes to the police, and only there.")
    SUSPICION_TIME_REQUIRED,
    @Description("What an authority says is for authorities alone or for the enterprise, too: it has to say so.")
    VISIBILITY_REQUIRED,
    @Description("Only authorities comment among themselves.")
    INTERNAL_OF_AUTHORITIES,
    @Description("Work is given to somebody of the caller's own authority, or of the enterprise, and to none else.")
    PERSON_OF_ANOTHER_SIDE(false, "person"),
    @Description("Only who said it withdraws it.")
    NOT_THE_AUTHOR,
    @Description("Nobody is told of a hazard before it is discovered; the message tells when that was.")
    NOTIFIED_BEFORE_DISCOVERY(false, "discoveredAt"),
    @Description("A workers' congress is told of a hazard at its meeting or in writing.")
    MEANS_DO_NOT_FIT,
    @Description("The time lies before the first day on which rules for its clock held.")
    TIME_BEFORE_RULES,
    @Description("A suspected crime goes to the police: to a department of kind PUBLIC_SECURITY.")
    POLICE_REQUIRED,
    @Description("The police was asked to reconsider already, or the time to ask has passed.")
    RECONSIDERATION_CLOSED,
    @Description(
            "Lowering a grade needs the authority one level above whoever graded: the city, or for the city's grade its leader.")
    HIGHER_AUTHORITY_REQUIRED,
    @Description(
            "Grading MAJOR needs a ground: a clause of a judgement standard valid on the discovery date, or an opinion.")
    CLAUSE_REQUIRED,
    @Description("Grading MAJOR names one ground, a clause or an opinion, not both.")
    ONE_GROUND_ONLY,
    @Description("The cited clause does not exist or its standard was not valid on the discovery date.")
    CLAUSE_NOT_VALID,
    @Description("The cited clause excludes that a hazard is major, or only says how another clause is judged.")
    CLAUSE_NOT_MAJOR,
    @Description("The clause's standard judges neither the enterprise's sector nor hazards of this category.")
    CLAUSE_DOES_NOT_FIT(false, "standard"),
    @Description(
            "A major hazard needs the five implementations (五落实) before its rectification starts, is submitted, passes its"
                    + " review or is closed.")
    FIVE_IMPLEMENTATIONS_REQUIRED,
    @Description(
            "A major hazard needs interim measures before its rectification starts, is submitted, passes its review or is"
                    + " closed.")
    INTERIM_MEASURES_REQUIRED,
    @Description("Something negative that was put right at once needs a grade.")
    GRADE_REQUIRED,
    @Description("Only a general hazard may be fixed on site, or be graded up.")
    GENERAL_GRADE_REQUIRED,
    @Description("Only a major hazard's grade may be lowered.")
    MAJOR_GRADE_REQUIRED,
    @Description("Photos or videos are needed: before and after for an on-site fix, after for a submission.")
    EVIDENCE_REQUIRED(false, "stage"),
    @Description("Only others' photos or videos show the enterprise's fix: one of its own is needed.")
    ENTERPRISE_EVIDENCE_REQUIRED,
    @Description("Only the enterprise's photos or videos show a fix before an officer: one of an authority is needed.")
    AUTHORITY_EVIDENCE_REQUIRED,
    @Description(
            "What shows the state after the fix is from before the failed review or the reopening: a new one is needed.")
    NEW_EVIDENCE_REQUIRED,
    @Description("The same bytes show something else of this hazard, its tasks or this finding already.")
    EVIDENCE_REUSED,
    @Description("The hazard is closed or the task ended: a closed hazard takes evidence of the stage LOOK_BACK only.")
    EVIDENCE_AFTER_CLOSURE,
    @Description("The hazard already has a task at work; cancel it first.")
    TASK_ALREADY_ACTIVE,
    @Description("The deadline has passed; an extension must be asked for before.")
    DEADLINE_EXPIRED,
    @Description("The extension must be asked for earlier before the deadline than this.")
    EXTENSION_TOO_LATE(false, "askedBy"),
    @Description("The extension is longer than the rule allows.")
    EXTENSION_TOO_LONG(false, "latest"),
    @Description("What became of a report may be contested once, and it was.")
    ALREADY_CONTESTED,
    @Description("Only the reporter may contest that the hazard was rejected or marked as a duplicate.")
    NOT_THE_REPORTER,
    @Description("Somebody holds one post of an enterprise, and this person's is kept already.")
    POST_KEPT_ALREADY,
    @Description("Only who holds the post does its checks.")
    NOT_THE_HOLDER,
    @Description("No check is owed at that time: it lies before the first period, or on days that do not count.")
    CHECK_NOT_DUE,
    @Description("The check was recorded for this period; the message tells its end.")
    CHECK_RECORDED_ALREADY(false, "endsAt"),
    @Description("Only what was not all right becomes a report.")
    NOTHING_TO_REPORT,
    @Description("What was done so long ago can no longer be recorded.")
    RECORDED_TOO_LATE(false, "until"),
    @Description("A report is stepped up only after the time for its answer has passed.")
    ANSWER_NOT_OVERDUE,
    @Description("The report was stepped up before.")
    ESCALATED_ALREADY,
    @Description("Separation of duties: whoever reported it cannot grant the reward.")
    REWARD_TO_ONESELF,
    @Description(
            "A hazard cannot be a duplicate of itself, of a duplicate, of a rejected hazard or of another enterprise's one.")
    DUPLICATE_TARGET_INVALID,
    @Description("An enforcement visit needs at least two certified officers.")
    TWO_OFFICERS_REQUIRED,
    @Description("An officer of an enforcement visit has no certificate number.")
    CERTIFICATE_REQUIRED,
    @Description("The certificate of an officer is not valid on the day of the visit.")
    CERTIFICATE_EXPIRED(false, "officer", "day"),
    @Description("An officer was excluded from visits to this enterprise because of a conflict of interest.")
    OFFICER_IN_CONFLICT(false, "officer"),
    @Description("The officer is not excluded from the visit.")
    OFFICER_NOT_EXCLUDED(false, "officer"),
    @Description("An exclusion is taken back by whoever declared it.")
    NOT_WHO_EXCLUDED,
    @Description("The officer was recused by the authority's head, and acts no more in this visit.")
    OFFICER_RECUSED,
    @Description("It was asked before, in this visit, that this officer withdraws.")
    RECUSAL_ASKED_ALREADY(false, "officer"),
    @Description("It is decided already whether this officer withdraws.")
    RECUSAL_DECIDED,
    @Description("An officer does not decide whether he himself withdraws.")
    OFFICER_CANNOT_DECIDE,
    @Description("No officer was recused from the visit who is to be replaced.")
    NO_OFFICER_MISSING,
    @Description("Nothing was reported of the visit of which its head has not taken note.")
    NO_REFUSAL_TO_NOTE,
    @Description("The check of a case names what the case came from, which is not the authority's own plan.")
    CASE_NEEDS_SOURCE,
    @Description("A check by the authority's own plan needs that plan of the year approved, filed and published.")
    CHECK_PLAN_REQUIRED(false, "year"),
    @Description("An emergency is planned for today.")
    EMERGENCY_IS_TODAY,
    @Description("The approval afterwards of an emergency is overdue, or was refused.")
    APPROVAL_OVERDUE,
    @Description("The visit was approved for other days.")
    OUTSIDE_APPROVED_DAYS(false, "from", "to"),
    @Description("An enforcement visit, and no other, names its check kind.")
    CHECK_KIND_OF_ENFORCEMENT,
    @Description("The authority has used what it may visit the enterprise in that year.")
    CAP_EXCEEDED(false, "allowed", "used", "year"),
    @Description("Daily checks are made on the last days of a month only.")
    OUTSIDE_DAILY_WINDOW(false, "fromDay"),
    @Description("Who planned a visit or drafted a check plan does not approve it.")
    PLANNER_CANNOT_APPROVE,
    @Description("The visit's code was not scanned at the gate, and no reason was given why not.")
    ENTRY_NOT_CONFIRMED,
    @Description("The code is that of no visit that the caller is at the gate of.")
    ENTRY_CODE_WRONG,
    @Description("The entry with this code was confirmed before.")
    ENTRY_CODE_USED,
    @Description("Too many wrong codes were tried; after some minutes there may be more.")
    ENTRY_ATTEMPTS_EXHAUSTED,
    @Description(
            "The two visits are not of different authorities to one enterprise within the days of the rule, or one of them was merged.")
    MERGE_NOT_POSSIBLE(false, "days"),
    @Description("A merged visit starts after the one into which it was merged.")
    MERGED_VISIT_WAITS,
    @Description("The visit is made together with another, on one day: part it first.")
    MERGED_VISIT,
    @Description("The visit is not merged with another.")
    NOT_MERGED,
    @Description(
            "What an off-site check led to is named where it led to something: the visit of LED_TO_VISIT, the hazard of"
                    + " LED_TO_HAZARD, and nothing else.")
    OUTCOME_NOT_NAMED,
    @Description("The visit was rated before.")
    ALREADY_RATED,
    @Description("What an assistance visit finds is advice and becomes no hazard by it.")
    ADVICE_ONLY,
    @Description(
            "The target does not fit the kind of inspection, or not whoever inspects: a safety committee's office inspects no"
                    + " enterprise.")
    TARGET_NOT_ALLOWED,
    @Description("The checklist is not valid on the planned date.")
    CHECKLIST_NOT_VALID,
    @Description("The planned date lies outside the campaign's window.")
    OUTSIDE_CAMPAIGN_WINDOW(false, "from", "to"),
    @Description("The day lies outside the days that the command takes.")
    DAY_OUT_OF_RANGE(false, "from", "to"),
    @Description(
            "The rule would be valid at the same time as another for the same subject and case, which begins later.")
    RULE_OVERLAPS(false, "rule", "from"),
    @Description("The unit is not one in which rules of this subject count.")
    UNIT_DOES_NOT_FIT(false, "unit"),
    @Description("A duty is due once in a month, in a quarter or in a year.")
    NOT_A_PERIOD_OF_DUTIES,
    @Description("The rule of this decision holds by now: a decision that takes its place ends it.")
    RULE_HOLDS_ALREADY,
    @Description("A later decision takes the place of this one's rule.")
    RULE_CHANGED_AGAIN,
    @Description("Two rungs of the ladder count to one moment; a day of either kind counts as 24 hours.")
    RUNGS_AT_ONE_MOMENT,
    @Description("A rung for officers or leaders names COUNTY or CITY, one for whoever has to act no level.")
    RUNG_LEVEL_DOES_NOT_FIT,
    @Description("The visit belongs to a campaign, and today lies outside the campaign's window.")
    CAMPAIGN_WINDOW_CLOSED,
    @Description("A visit of a campaign starts only after the campaign's approval, and before its end.")
    CAMPAIGN_NOT_APPROVED,
    @Description("Who drafted a campaign does not approve it.")
    DRAFTER_CANNOT_APPROVE,
    @Description("Phases have the order of `CampaignPhase`, each once, and begin after the end of the one before.")
    PHASES_OUT_OF_ORDER,
    @Description("The phase is not later than the present one, or not among those of the campaign.")
    PHASE_NOT_NEXT,
    @Description("The phase has not begun by the campaign's dates.")
    PHASE_NOT_DUE(false, "startsOn"),
    @Description("The campaign targets these places already.")
    TARGETED_ALREADY,
    @Description("Hazards of the campaign's visits are open, and nobody is named to whom they were handed over.")
    CAMPAIGN_HAZARDS_OPEN(false, "open"),
    @Description(
            "Problems of authorities that the campaign's visits found are open, and nobody is named to whom they were handed over.")
    CAMPAIGN_ITEMS_OPEN(false, "open"),
    @Description("Visits of the campaign are planned or going on.")
    CAMPAIGN_VISITS_OPEN(false, "open"),
    @Description("The target is not among the campaign's jurisdictions or industries.")
    OUTSIDE_CAMPAIGN_TARGETS,
    @Description("Days of the campaign's duty have come and were not recorded.")
    CAMPAIGN_DUTY_OPEN(false, "open"),
    @Description("A daily report is drawn up once: that day has one.")
    DAILY_REPORT_EXISTS(false, "day"),
    @Description("A county's daily report is drawn up after its cut-off, the city's after the counties' time to sign.")
    CUT_OFF_NOT_REACHED(false, "from"),
    @Description("A report in which everything is zero is signed as a zero report, and no other one is.")
    ZERO_CONTRADICTED(false, "zero"),
    @Description("Who is on duty is set before the day is over.")
    ROSTER_AFTER_THE_DAY,
    @Description("The deadline is owed by the caller's own authority: who has to act presses nobody.")
    OWED_BY_YOURSELF,
    @Description("The caller has pressed for it as often today as a person may.")
    URGED_ALREADY(false, "allowed"),
    @Description("A routine campaign has no groups: its authorities visit their own places.")
    CAMPAIGN_WITHOUT_GROUPS,
    @Description("Who is in a group needs an account, by which the group's visits are seen.")
    MEMBER_WITHOUT_ACCOUNT(false, "name"),
    @Description("These people are in the group already, and nobody else.")
    MEMBERS_UNCHANGED,
    @Description("A checklist item is neither answered nor marked not applicable.")
    ITEMS_UNANSWERED(false, "count"),
    @Description("A negative item is neither a hazard nor fixed on site.")
    FINDING_UNRESOLVED(false, "count"),
    @Description("The finding was reported as a hazard before.")
    FINDING_ALREADY_REPORTED,
    @Description("Nobody is told before of an unannounced visit or of a self-check.")
    NOT_ANNOUNCED,
    @Description("The checklist item was answered before under another id; the message tells it.")
    ITEM_ALREADY_ANSWERED(false, "id"),
    @Description("The checklist item does not belong to this inspection's checklist.")
    ITEM_NOT_IN_CHECKLIST,
    @Description("Only an officer of the inspection may do this, or report what it found.")
    NOT_AN_INSPECTION_OFFICER,
    @Description("A recorded refusal to sign needs a reason.")
    REFUSAL_REASON_REQUIRED,
    @Description("The holder already has this responsibility in an overlapping period.")
    ASSIGNMENT_OVERLAPS,
    @Description("The assignment that is replaced ended before the day on which the replacement would end it.")
    ASSIGNMENT_ENDED(false, "lastDay"),
    @Description("The holder's post is none that may hold this party's responsibility, or is of another enterprise.")
    POST_DOES_NOT_FIT(false, "post", "party"),
    @Description("A site lies in a county or a functional zone, or in one of its towns: register one in each county.")
    NOT_A_COUNTY_OR_TOWN,
    @Description("The enterprise lies in another county than the site.")
    UNIT_OF_ANOTHER_COUNTY,
    @Description("The enterprise is on the site already on that day, or was later.")
    SITE_UNIT_OVERLAPS,
    @Description("The enterprise is no unit of the site on that day.")
    NOT_ON_THE_SITE,
    @Description("A unit has the site's main responsibility on that day, or had it later: what was named before stays.")
    MAIN_UNIT_HOLDS(false, "day"),
    @Description("A site is closed only when none of its units is on it any more.")
    SITE_IN_USE,
    @Description("Regulators are those of a county, of a functional zone or of a city: no town and no province.")
    NOT_A_COUNTY_OR_CITY,
    @Description("A regulator is decided for a trade or for a kind of venue: exactly one of the two.")
    INDUSTRY_OR_VENUE,
    @Description("The department belongs to another government than that of the place.")
    DEPARTMENT_OF_ANOTHER_PLACE,
    @Description("The department was dissolved.")
    DEPARTMENT_RETIRED(false, "department"),
    @Description("A safety committee's office supervises governments and departments; it regulates no trade.")
    COMMITTEE_REGULATES_NOBODY,
    @Description("A department regulates it by its duties already, so that there is nothing to decide.")
    ALREADY_REGULATED(false, "department", "found"),
    @Description("A decision about the same place and the same trade or venue holds from that day or a later one.")
    DECISION_OVERLAPS(false, "from"),
    @Description("No such duty belongs to the holder's post on that day.")
    NOT_A_DUTY_OF_THE_POST(false, "duty"),
    @Description("A duty is recorded by who holds the post or by his own office, and withdrawn by the same.")
    NOT_THE_HOLDER_OR_OFFICE,
    @Description("This duty is recorded for that day already; another performance is of another day.")
    DUTY_RECORDED_ALREADY,
    @Description("The rule of this duty asks for a document or a photo that proves it.")
    DUTY_PROOF_REQUIRED,
    @Description("The jurisdictions lie outside the caller's own area.")
    OUTSIDE_JURISDICTION,
    @Description("Whoever drafted or revised a bulletin cannot sign it.")
    DRAFTER_CANNOT_SIGN,
    @Description("It belongs to another authority, which alone may do this.")
    NOT_THE_AUTHORITY,
    @Description("It is addressed to another jurisdiction or department.")
    NOT_THE_ADDRESSEE,
    @Description(
            "Governments and departments are supervised by a safety committee's office, of the own level or above.")
    NOT_A_SAFETY_COMMITTEE_OFFICE,
    @Description(
            "The text names an enterprise, which is inspected by whoever may and never under supervision of an authority.")
    ENTERPRISE_UNDER_SUPERVISION(false, "enterprise"),
    @Description("Somebody of the supervised authority's own signs and answers for it, never who supervises it.")
    NOT_OF_THE_TARGET,
    @Description("Whoever supervises is nobody of the supervised authority or of an enterprise.")
    SUPERVISOR_NOT_ALLOWED,
    @Description("Who answers for an item holds a post in the government or department that it is addressed to.")
    RESPONSIBLE_NOT_OF_ADDRESSEE,
    @Description("A co-unit of an item is another authority than its addressee and the supervising office.")
    CO_UNIT_NOT_ALLOWED,
    @Description(
            "Directives are issued by a safety committee's office of a city or county, or by the leader of its government.")
    NOT_AN_ISSUING_OFFICE,
    @Description("An item of a directive names the government or department that answers for it.")
    LEAD_REQUIRED,
    @Description(
            "An addressee of a directive is another authority than the office that issues it and its own government.")
    ADDRESSEE_NOT_ALLOWED,
    @Description("What a conference decides is issued once it was held.")
    CONFERENCE_AHEAD(false, "heldOn"),
    @Description("The date lies before the conference that decides it.")
    DUE_BEFORE_CONFERENCE,
    @Description("Whoever returns an answer gives the same time or more: no earlier date than there was.")
    DEADLINE_BROUGHT_FORWARD(false, "dueAt"),
    @Description("A problem was found, and nobody was given an item for it.")
    PROBLEM_WITHOUT_ITEM(false, "count"),
    @Description("Somebody who was on duty that day by the roster records it.")
    NOT_ON_DUTY,
    @Description("A bulletin is for somebody: addressees, enterprises or both.")
    ADDRESSEE_REQUIRED,
    @Description(
            "Neither the enterprise's trade nor the matter of what is done there, if it has one, is the department's.")
    OUTSIDE_POWERS,
    @Description("The hash of a seed is not 64 hexadecimal digits in lower case.")
    COMMITMENT_MALFORMED,
    @Description(
            "The public value is known already: what would be drawn could be known by whoever announces it, or withdraws what"
                    + " he announced.")
    SEED_KNOWN(false, "now"),
    @Description("The public value is not known yet.")
    DRAW_TOO_EARLY(false, "from"),
    @Description("The authority has another announcement of this kind that is neither drawn nor withdrawn.")
    ANNOUNCEMENT_OPEN(false, "open"),
    @Description(
            "Who announced a draw knows its secret seed: somebody else, of the authority or a leader of its government, writes the public value down.")
    ANNOUNCER_CANNOT_WITNESS,
    @Description("Who wrote the public value down does not draw.")
    WITNESS_CANNOT_DRAW,
    @Description("The public value is written down already: only who wrote it down corrects it, once.")
    PUBLIC_VALUE_RECORDED,
    @Description("The public value was corrected once, and is not again: what is still wrong is withdrawn.")
    PUBLIC_VALUE_CORRECTED,
    @Description("Nobody has written the public value down.")
    PUBLIC_VALUE_MISSING,
    @Description("The seed is not the one whose hash was announced.")
    SEED_NOT_COMMITTED,
    @Description("There are more in the pool than a draw may have.")
    POOL_TOO_LARGE(false, "max"),
    @Description("There are fewer in the pool than are to be drawn.")
    POOL_TOO_SMALL(false, "present"),
    @Description("Fewer officers than a visit needs may be drawn for some enterprise.")
    OFFICERS_TOO_FEW(false, "present", "needed"),
    @Description("The same is left out twice.")
    EXCLUDED_TWICE,
    @Description("The pool is not the one that was announced.")
    POOL_CHANGED,
    @Description("The visit is not one of the drawn officers to the drawn enterprise, planned after the draw.")
    VISIT_NOT_AS_DRAWN,
    @Description("The drawn enterprise has its visit, which is neither replaced nor explained away.")
    DRAWN_VISIT_LINKED,
    @Description("Visits that were drawn have not begun: their targets must not know of them.")
    DRAWN_VISITS_AHEAD(false, "count"),
    @Description("A reel is shown on the day of its meeting or later.")
    REEL_TOO_EARLY(false, "day"),
    @Description("A closed hazard is looked at again by somebody who had no part in its life.")
    INVOLVED_BEFORE,
    @Description("Only who issued the paper withdraws it.")
    NOT_THE_ISSUER,
    @Description("The paper stops no work, or its work was resumed.")
    NOTHING_TO_RESUME,
    @Description("Stopped work is resumed only after a re-check that found each problem put right.")
    EXAMINATION_REQUIRED,
    @Description("A re-check is of a visit that started after the earlier paper was served.")
    RECHECK_TOO_EARLY,
    @Description("Work was resumed after this stop order, or on this re-check, which therefore stays.")
    WORK_RESUMED,
    @Description("A paper names open hazards only: none that is closed, rejected or a duplicate.")
    HAZARD_NOT_OPEN,
    @Description("An enterprise is served electronically only with its written consent.")
    CONSENT_REQUIRED,
    @Description("The register has nobody of that name in the enterprise for which it is signed.")
    SIGNER_NOT_OF_ENTERPRISE,
    @Description("Leaving a paper behind is proven by a photo or video.")
    PROOF_REQUIRED,
    @Description("Such a paper is of an enforcement visit to that enterprise that has started.")
    VISIT_REQUIRED,
    @Description("Each problem on a notice of hazards is a hazard.")
    HAZARD_REQUIRED,
    @Description("Each problem of an instruction has its date.")
    DATE_REQUIRED,
    @Description("A re-check is of a paper that demands something, and that was served to the same enterprise.")
    DEMAND_REQUIRED,
    @Description("A re-check says of each problem of the earlier paper, in its order, what was found.")
    RESULT_REQUIRED(false, "needed"),
    @Description("A preservation, and no other paper, names things: it is made out by `preserveThings`.")
    THINGS_REQUIRED,
    @Description("The paper registers no things as evidence.")
    NOT_A_PRESERVATION,
    @Description("Things are preserved as evidence only when the authority's head has approved it, but in urgency.")
    PRESERVATION_NOT_APPROVED,
    @Description("The head has approved the preservation already.")
    PRESERVATION_APPROVED,
    @Description("Who made a paper out does not approve it.")
    ISSUER_CANNOT_APPROVE,
    @Description(
            "Nothing was decided, or approved afterwards, in time, or the head refused: by law the things are no longer preserved.")
    PRESERVATION_LAPSED,
    @Description("The time to decide what becomes of the things has not passed.")
    PRESERVATION_NOT_LAPSED,
    @Description("What becomes of the thing, or of each of them, is decided already.")
    THINGS_DECIDED,
    @Description("Only JPEG, PNG, WebP, HEIC, MP4, 3GP and MOV are taken.")
    UNSUPPORTED_MEDIA_TYPE(false, "mediaType"),
    @Description("The content is not of the declared type.")
    MEDIA_TYPE_MISMATCH(false, "mediaType"),
    @Description(
            "An anonymous reporter's photo is taken as JPEG or PNG with nothing beside the picture: no EXIF, XMP, IPTC,"
                    + " colour profile or comment, which tell the device, its owner and the place, and nothing behind its end; videos are not taken.")
    BARE_PICTURE_REQUIRED,
    @Description("The file is empty or over the limit for its kind.")
    SIZE_OUT_OF_RANGE(false, "max"),
    @Description("The content's SHA-256 is not the declared one: it was damaged or changed on its way.")
    HASH_MISMATCH(false, "sha256"),
    @Description("The amount has parts of a cent (分).")
    AMOUNT_BELOW_CENT,
    @Description("A number or coordinate is outside its range.")
    VALUE_OUT_OF_RANGE(false, "min", "max");

    private final boolean topLevel;
    private final List<String> details;

    ErrorCode() {
        this(false);
    }

    ErrorCode(boolean topLevel, String... details) {
        this.topLevel = topLevel;
        this.details = List.of(details);
    }

    /** Whether the whole field fails with it, instead of a payload that lists it among its user errors. */
    public boolean topLevel() {
        return topLevel;
    }

    /** Names of the values that a message tells, in their order. */
    List<String> details() {
        return details;
    }
}
