package org.safetyledger.post;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How the posts of enterprises are read, their checks, and what was recorded of these. */
@ApplicationScoped
class PostReading implements ReadSource {
    private static final String CHECK_FACTS = "jsonb_build_object('status', $.status, 'holderSubject',"
            + " (select p.holder_subject from enterprise_post p where p.id = $.enterprise_post_id))";
    private static final String DUE =
            "(%s.status = 'ACTIVE' and %<s.due_from <= ledger_now() and %<s.due_until > ledger_now())";
    private static final String MISSED = "(%s.status = 'ACTIVE' and %<s.due_until <= ledger_now())";
    private static final String DONE = "(%s.status = 'ACTIVE' and %<s.due_from > ledger_now())";

    private final AvailableActions actions;

    PostReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(post(), check(), record());
    }

    private ReadType post() {
        return ReadType.of(
                        "EnterprisePost",
                        "enterprise_post",
                        "A post of an enterprise (岗位): who holds it, what it answers for and by what standard. Seen by its"
                                + " enterprise's manager, by who holds it and by authorities of the area and trade.")
                .node(NodeType.ENTERPRISE_POST)
                .choice("status!", EnterprisePost.Status.class, "State.")
                .text("title!", "Title, as in the register of posts.")
                .text("scope!", "What it answers for.")
                .text("standard!", "By what standard it is assessed.")
                .time("keptAt!", "Since when it is kept.")
                .choice("assessment", EnterprisePost.Assessment.class, "The latest assessment; null before the first.")
                .day("assessedFrom", "First day of the assessed period.")
                .day("assessedTo", "Last day of the assessed period.")
                .text("assessmentNote", "Note on the assessment.")
                .toldText(
                        "assessedBy",
                        "to_jsonb($.assessed_by)",
                        PostReading::name,
                        "Name of who assessed; null for workers.")
                .time("assessedAt", "When it was assessed.")
                .reference("person", "Person", "person_id", "Who holds it; null when out of scope.")
                .reference("enterprise", "Enterprise", "enterprise_id", "Its enterprise.")
                .availableActions(actions.of(EnterprisePostVerb.values(), EnterprisePostVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "enterprisePost",
                        Permission.READ_POSTS,
                        "One post; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "enterprisePosts",
                                Permission.READ_POSTS,
                                "Posts of enterprises that the caller may see, latest kept first; a worker's own.")
                        .descending("KEPT_AT_DESC", "Latest kept first.", "kept_at timestamptz", "id uuid")
                        .filter(
                                "posts",
                                Filter.choice("status", EnterprisePost.Status.class, "status", "State."),
                                Filter.choice(
                                        "assessment",
                                        EnterprisePost.Assessment.class,
                                        "assessment",
                                        "Latest assessment."),
                                AreaFilters.subtree("Division code whose subtree to list."),
                                Filter.node("enterpriseId", NodeType.ENTERPRISE, "enterprise_id", "Enterprise.")))
                .below("Enterprise", "posts", "enterprise_id", "Its posts that the caller may see.")
                .payload("EnterprisePostPayload", "enterprisePost", "The post, or why the command was refused.");
    }

    private ReadType check() {
        return ReadType.of(
                        "PostCheck",
                        "post_check",
                        "A check that a post's holder does again and again (岗位检查). Missed is what nobody recorded in its"
                                + " period; that is computed at the time of the request.")
                .node(NodeType.POST_CHECK)
                .choice("status!", PostCheck.Status.class, "State.")
                .text("what!", "What is checked.")
                .choice("every!", CheckRhythm.Every.class, "How often.")
                .integer("shifts!", "For SHIFT: how many shifts of equal length a day has.")
                .integer("firstShiftHour!", "For SHIFT: the hour at which the first one begins in Asia/Shanghai.")
                .truth("workingDaysOnly!", "$.working_days_only", "Whether days off do not count.")
                .time("scheduledAt!", "When it was scheduled.")
                .time("dueFrom!", "Begin of the earliest period of which nothing is recorded.")
                .time("dueUntil!", "End of that period.")
                .truth("due!", DUE.formatted("$"), "Whether that period is the present one: it is to be done now.")
                .truth("missed!", MISSED.formatted("$"), "Whether that period has passed: it was missed.")
                .truth("done!", DONE.formatted("$"), "Whether that period is yet to come: nothing is to be done now.")
                .integer(
                        "missedCount!",
                        "How many periods before that one passed without a record in time; done later, they stay missed.")
                .integer("lateCount!", "How many of those were recorded afterwards.")
                .reference("enterprisePost", "EnterprisePost", "enterprise_post_id", "The post that does it.")
                .reference("enterprise", "Enterprise", "enterprise_id", "Its enterprise.")
                .availableActions(actions.of(PostCheckVerb.values(), PostCheckVerb.Facts.class, CHECK_FACTS))
                .integer("version!", "Version, for `expectedVersion`.")
                .root("postCheck", Permission.READ_POSTS, "One check; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "postChecks",
                                Permission.READ_POSTS,
                                "Checks of posts that the caller may see, earliest due first; a worker's own.")
                        .ascending("DUE_UNTIL_ASC", "Earliest due first.", "due_until timestamptz", "id uuid")
                        .filter(
                                "checks",
                                Filter.choice("status", PostCheck.Status.class, "status", "State."),
                                Filter.truth("due", DUE.formatted("t"), "Whether it is to be done now."),
                                Filter.truth("missed", MISSED.formatted("t"), "Whether it was missed."),
                                Filter.truth("done", DONE.formatted("t"), "Whether nothing is to be done now."),
                                AreaFilters.subtree("Division code whose subtree to list."),
                                Filter.node("enterpriseId", NodeType.ENTERPRISE, "enterprise_id", "Enterprise."),
                                Filter.node("postId", NodeType.ENTERPRISE_POST, "enterprise_post_id", "Post.")))
                .below("EnterprisePost", "checks", "enterprise_post_id", "Its checks.")
                .payload("PostCheckPayload", "postCheck", "The check, or why the command was refused.");
    }

    private static ReadType record() {
        return ReadType.of(
                        "PostCheckRecord",
                        "post_check_record",
                        "That a check of a post was done in a period, and what was found. A worker sees the own ones.")
                .node(NodeType.POST_CHECK_RECORD)
                .choice("result!", PostCheckRecord.Result.class, "What was found.")
                .text("words", "What was not all right, or a note.")
                .time("periodFrom!", "Begin of its period.")
                .time("periodUntil!", "End of its period.")
                .time("checkedAt!", "When it was done, by the clock of the device.")
                .time("receivedAt!", "When the ledger received it.")
                .truth(
                        "late!",
                        "($.received_at >= $.period_until)",
                        "Whether that was after the end of its period: it counts as missed, and as done late.")
                .integer("missedBefore!", "How many periods had passed without a record right before it.")
                .text("recordedBy!", "Name of who did it.")
                .reference("postCheck", "PostCheck", "post_check_id", "The check; null when out of scope.")
                .reference(
                        "quickReport",
                        "QuickReport",
                        "quick_report_id",
                        "The report that it became; null for none, or when out of scope.")
                .list(ReadList.of(
                                "postCheckRecords",
                                Permission.READ_POSTS,
                                "What was recorded of checks of posts that the caller may see, latest period first.")
                        .descending("PERIOD_FROM_DESC", "Latest period first.", "period_from timestamptz", "id uuid")
                        .filter(
                                "records",
                                Filter.choice("result", PostCheckRecord.Result.class, "result", "What was found."),
                                AreaFilters.subtree("Division code whose subtree to list."),
                                Filter.node("enterpriseId", NodeType.ENTERPRISE, "enterprise_id", "Enterprise.")))
                .below("PostCheck", "records", "post_check_id", "What was recorded of it.")
                .payload("PostCheckRecordPayload", "postCheckRecord", "The record, or why the command was refused.");
    }

    /** Workers are not told who else did something. */
    static @Nullable String name(JsonNode stored, Caller reader) {
        return reader.readsPersonalData() ? stored.asText() : null;
    }
}
