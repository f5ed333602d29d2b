package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient.Payload;

/**
 * Visits of a safety committee's office to an authority, each new and in the state that is asked for.
 *
 * @param office who plans, issues and decides
 * @param officer who conducts, by the name of a person
 * @param target code of the visited government or department
 * @param signer somebody of the target's own
 * @param responsible the name of who answers for the target's items
 */
public record SupervisionScene(
        TestCaller office,
        TestCaller officer,
        String officerName,
        String target,
        TestCaller signer,
        String responsible) {
    /** The city's office visits a department of Lankao. */
    public static final SupervisionScene DEPARTMENT = new SupervisionScene(
            TestCaller.OFFICE_CITY, TestCaller.CITY_OFFICER, "孙萍楠", "KF-410225-FR", TestCaller.FIRE_LANKAO, "田晨鹏");

    /** The city's office visits the government of Lankao. */
    public static final SupervisionScene GOVERNMENT = new SupervisionScene(
            TestCaller.OFFICE_CITY,
            TestCaller.CITY_OFFICER,
            "孙萍楠",
            "410225000000",
            TestCaller.COUNTY_LEADER_LANKAO,
            "蔡雅梅");

    /** Lankao's own office visits a town. */
    public static final SupervisionScene TOWN = new SupervisionScene(
            TestCaller.OFFICE_LANKAO,
            TestCaller.OFFICER_LANKAO,
            "常森思",
            "410225101000",
            TestCaller.TOWN_OFFICER_LANKAO,
            "黎娟晨");

    public Map<String, Object> plan() {
        return new HashMap<>(Map.of(
                "target",
                target,
                "checklistId",
                checklist(),
                "plannedOn",
                LocalDate.now(Times.ZONE).toString(),
                "officerIds",
                List.of(person(officerName))));
    }

    public static String checklist() {
        return LedgerClient.as(TestCaller.CITY_OFFICER)
                .query(
                        "query($day: Date) { checklists(first: 100, validOn: $day) { nodes { id code } } }",
                        Map.of("day", LocalDate.now(Times.ZONE).toString()))
                .getString("data.checklists.nodes.find { it.code == 'CL-SUP' }.id");
    }

    public static String person(String name) {
        return LedgerClient.as(TestCaller.CITY_OFFICER)
                .query("query($name: String) { people(text: $name) { nodes { id } } }", Map.of("name", name))
                .getString("data.people.nodes[0].id");
    }

    public String planned() {
        return planned(Map.of());
    }

    public String planned(Map<String, ?> more) {
        Map<String, Object> input = plan();
        input.putAll(more);
        return LedgerClient.as(office)
                .mutate("planSupervision", "PlanSupervisionInput", input, "supervisionVisit { id }")
                .accepted()
                .text("supervisionVisit.id");
    }

    public String started() {
        return started(planned());
    }

    private String started(String visit) {
        does(officer, "startSupervision", visit).accepted();
        return visit;
    }

    /** Every item answered, the first one negative. */
    public String answered() {
        return answered(started());
    }

    private String answered(String visit) {
        boolean negative = true;
        for (String item : items(visit)) {
            record(visit, item, negative ? "NON_COMPLIANT" : "COMPLIANT", "本季度未专题研究安全生产")
                    .accepted();
            negative = false;
        }
        return visit;
    }

    public Payload record(String visit, String item, String result, String note) {
        return LedgerClient.as(officer)
                .mutate(
                        "recordSupervisionFinding",
                        "RecordSupervisionFindingInput",
                        Map.of("visitId", visit, "itemId", item, "result", result, "note", note),
                        "supervisionVisit { findings { result note } }");
    }

    public List<String> items(String visit) {
        return LedgerClient.as(office)
                .query(
                        "query($id: ID!) { supervisionVisit(id: $id) { checklist { items { id } } } }",
                        Map.of("id", visit))
                .getList("data.supervisionVisit.checklist.items.id");
    }

    public String awaitingSignature() {
        return awaitingSignature(answered());
    }

    private String awaitingSignature(String visit) {
        does(officer, "finishSupervisionRecord", visit).accepted();
        return visit;
    }

    public String signed() {
        return signed(planned());
    }

    /** From the plan on. */
    public String signed(String planned) {
        String visit = awaitingSignature(answered(started(planned)));
        does(signer, "signSupervision", visit).accepted();
        return visit;
    }

    public Map<String, Object> item(String visit) {
        return new HashMap<>(Map.of(
                "visitId",
                visit,
                "findingId",
                LedgerClient.as(office)
                        .query(
                                "query($id: ID!) { supervisionVisit(id: $id) { findings { id result } } }",
                                Map.of("id", visit))
                        .getString("data.supervisionVisit.findings.find { it.result == 'NON_COMPLIANT' }.id"),
                "responsibleId",
                person(responsible),
                "problem",
                "本季度未专题研究安全生产",
                "demand",
                "召开专题会议并报送会议纪要"));
    }

    public Payload issue(Map<String, ?> item) {
        return LedgerClient.as(office)
                .mutate(
                        "issueSupervisionItem",
                        "IssueSupervisionItemInput",
                        item,
                        "supervisionItem { id status responsible responsiblePost dueAt overdue deadline { rule } }");
    }

    public String issued() {
        return issue(item(signed())).accepted().text("supervisionItem.id");
    }

    /** A signed visit whose problem is an item. */
    public String withItem() {
        String visit = signed();
        issue(item(visit)).accepted();
        return visit;
    }

    public String answeredItem() {
        String item = issued();
        answer(signer, item, "已召开专题会议").accepted();
        return item;
    }

    public static Payload answer(TestCaller caller, String item, String response) {
        return LedgerClient.as(caller)
                .mutate(
                        "answerSupervisionItem",
                        "AnswerSupervisionItemInput",
                        Map.of("id", item, "response", response, "document", "兰政办〔2026〕31号"),
                        "supervisionItem { status response answeredBy }");
    }

    /** A command that needs nothing but the visit. */
    public static Payload does(TestCaller caller, String mutation, String visit) {
        return LedgerClient.as(caller)
                .mutate(mutation, "SupervisionInput", Map.of("id", visit), "supervisionVisit { status signedBy }");
    }
}
