package org.safetyledger.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.Provenance;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How posts and their duties are read, and what was performed of them. */
@ApplicationScoped
class DutyReading implements ReadSource {
    private static final String LATE = "(cast($.recorded_at at time zone 'Asia/Shanghai' as date) > $.period_to)";

    private final AvailableActions actions;

    DutyReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(post(), rule(), performance());
    }

    private static ReadType post() {
        return ReadType.of(
                        "Post",
                        "post",
                        "A post (岗位) of a government, a department or an enterprise. Seen by authorities of the area; an"
                                + " enterprise sees its own.")
                .node(NodeType.POST)
                .text("title!", "Title.")
                .text("kind!", "Kind, e.g. GOVERNMENT_HEAD.")
                .text("businessDuties", "What it is for, in its own words (业务职责); null where nobody wrote it.")
                .text("safetyDuties", "What it owes to safety, in its own words (安全职责); null where nobody wrote it.")
                .reference("jurisdiction!", "Jurisdiction", "division_code", "code", "The place that it is for.")
                .reference(
                        "department", "Department", "department_code", "code", "The department; null for other posts.")
                .root(
                        "post",
                        Permission.READ_RESPONSIBILITIES,
                        "One post; null when it does not exist or is out of scope.")
                .list(ReadList.of("posts", Permission.READ_RESPONSIBILITIES, "Posts of the caller's area, by code.")
                        .ascending("CODE", "By code.", "code text", "id uuid")
                        .filter(
                                "posts",
                                AreaFilters.subtree("Division code in whose subtree they are."),
                                Filter.code("kind", "kind", "Kind, e.g. GOVERNMENT_HEAD."),
                                Filter.code("department", "department_code", "Code of the department.")));
    }

    private static ReadType rule() {
        return ReadType.of(
                        "DutyRule",
                        "duty_rule",
                        "A duty that each post of a kind performs in each period (一岗双责). Seen by every caller.")
                .text("code!", "Code of this version.")
                .text("duty!", "Code of the duty, which all its versions share.")
                .text("postKind!", "Kind of the posts.")
                .choice("kind!", DutyRule.Kind.class, "Of which of the two kinds it is.")
                .text("title!", "What is due.")
                .text("titleEn", "What is due, in English; null where the loaded table has none.")
                .choice("form!", DutyRule.Form.class, "How it is performed.")
                .choice("period!", DutyRule.Period.class, "How often it is due.")
                .truth("proofRequired!", "$.proof_required", "Whether a document or a photo has to prove it.")
                .text("source!", "Where it comes from.")
                .choice("provenance!", "evidence", Provenance.class, "How the content is known.")
                .text("note", "What is to be known about this entry.")
                .day("validFrom!", "First day of its validity: it is due for periods that begin then or later.")
                .day("validTo", "Last day of its validity; null while it is valid.")
                .list(ReadList.of("dutyRules", Permission.READ, "The duties of kinds of posts, by code.")
                        .ascending("CODE", "By code.", "code text")
                        .arguments(
                                Filter.choice("kind", DutyRule.Kind.class, "kind", "Only of this kind."),
                                Filter.validOn("Only duties valid on this day.")))
                .below("Post", "duties", "post_kind", "kind", "What the post performs in each period, by code.");
    }

    private ReadType performance() {
        return ReadType.of(
                        "DutyPerformance",
                        "duty_performance",
                        "That the holder of a post performed a duty. Seen by authorities of the area, and by the department"
                                + " of the post.")
                .node(NodeType.DUTY_PERFORMANCE)
                .choice("status!", DutyPerformance.Status.class, "State.")
                .text("holderName!", "Name of who performed it.")
                .text("holderTitle!", "Title of the post then.")
                .day("performedOn!", "The day.")
                .day("periodFrom!", "First day of the period for which it counts.")
                .day("periodTo!", "Last day of that period.")
                .text("note", "What was done.")
                .text("document", "Title or number of the minutes or of the record of the check.")
                .truth("late!", LATE, "Whether it was recorded after the end of its period.")
                .named("evidence", "Evidence", "evidence_ids", Duties.MOST_EVIDENCE, "Photos and videos, by id.")
                .time("recordedAt!", "When it was recorded.")
                .text("recordedBy!", "Name of who recorded it.")
                .time("withdrawnAt", "When it was withdrawn; null while it counts.")
                .text("withdrawnBy", "Name of who withdrew it.")
                .text("withdrawalReason", "Why it was withdrawn.")
                .reference("post!", "Post", "post_id", "The post.")
                .reference("duty!", "DutyRule", "duty_code", "code", "The duty.")
                .reference("jurisdiction!", "Jurisdiction", "division_code", "code", "The place of the post.")
                .availableActions(actions.of(DutyVerb.values(), DutyVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "dutyPerformance",
                        Permission.READ_DUTIES,
                        "One performed duty; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "dutyPerformances",
                                Permission.READ_DUTIES,
                                "What was performed of duties in the caller's area, latest first.")
                        .descending("PERFORMED_ON", "Latest first.", "performed_on date", "id uuid")
                        .filter(
                                "performed duties",
                                Filter.node("postId", NodeType.POST, "post_id", "Of this post."),
                                Filter.code("duty", "duty_code", "Code of the duty."),
                                Filter.choice("status", DutyPerformance.Status.class, "status", "State."),
                                Filter.day("performedFrom", "t.performed_on >=", "On this day or later."),
                                Filter.day("performedTo", "t.performed_on <=", "On this day or earlier."),
                                AreaFilters.subtree("Division code in whose subtree the posts are.")))
                .below("Post", "performances", "post_id", "What was performed of its duties, latest first.")
                .payload("DutyPerformancePayload", "dutyPerformance", "The performed duty, or why it was refused.");
    }
}
