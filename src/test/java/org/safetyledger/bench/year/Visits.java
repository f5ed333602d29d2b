package org.safetyledger.bench.year;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.Chance;

/** Enforcement visits of a county's two officers: planned, approved by the head, made the next day; what they find goes its way. */
final class Visits {
    private static final int NEGATIVE = 10;

    private final Desk desk;
    private final Agenda agenda;
    private final City city;

    Visits(Desk desk, Agenda agenda, City city) {
        this.desk = desk;
        this.agenda = agenda;
        this.city = city;
    }

    void plan(City.County county, @Nullable String campaign, Chance chance) throws Exception {
        City.Workplace workplace = chance.oneOf(county.workplaces());
        Map<String, Object> plan = new HashMap<>(Map.of(
                "kind",
                "ENFORCEMENT",
                "checkKind",
                campaign == null ? "CASE" : "SPECIAL",
                "source",
                campaign == null ? "MONITORING_LEAD" : "ASSIGNED_FROM_ABOVE",
                "sourceReference",
                "监测〔2027〕9号",
                "enterpriseId",
                workplace.id(),
                "checklistId",
                city.checklist(),
                "plannedOn",
                Times.day(agenda.now()).plusDays(1).toString(),
                "officerIds",
                county.officers()));
        if (campaign != null) {
            plan.put("campaignId", campaign);
        }
        String visit = desk.does(county.first(), "planInspection", NodeType.INSPECTION, plan);
        desk.does(county.leader(), "approveInspection", Map.of("id", visit, "document", "应急检批〔2027〕8号"));
        agenda.inDays(1, chance, () -> conduct(county, workplace, visit, chance));
    }

    private void conduct(City.County county, City.Workplace workplace, String visit, Chance chance) throws Exception {
        Person officer = county.first();
        desk.does(officer, "startInspection", Map.of("id", visit, "noScanReason", "门口无网络信号"));
        List<String> negative = new ArrayList<>();
        for (String item : city.items()) {
            String finding = NodeId.text(NodeType.FINDING, NodeId.newUuid());
            boolean bad = chance.percent(NEGATIVE);
            desk.does(
                    officer,
                    "recordFinding",
                    bad
                            ? Map.of(
                                    "id",
                                    finding,
                                    "inspectionId",
                                    visit,
                                    "itemId",
                                    item,
                                    "result",
                                    "NON_COMPLIANT",
                                    "grade",
                                    "GENERAL",
                                    "note",
                                    "现场不符合要求")
                            : Map.of("id", finding, "inspectionId", visit, "itemId", item, "result", "COMPLIANT"));
            if (bad) {
                negative.add(finding);
            }
        }
        for (String finding : negative) {
            report(county, workplace, visit, finding, chance);
        }
        desk.does(officer, "finishInspectionRecord", Map.of("id", visit));
        desk.does(workplace.manager(), "signInspection", Map.of("id", visit));
        desk.does(officer, "issueInspectionFindings", Map.of("id", visit));
        agenda.inDays(2, chance, () -> {
            if (!negative.isEmpty()) {
                desk.does(officer, "followUpInspection", Map.of("id", visit));
            }
            desk.does(officer, "completeInspection", Map.of("id", visit));
        });
    }

    /** Found on patrol, by no visit. */
    void patrol(City.County county, Chance chance) throws Exception {
        report(county, chance.oneOf(county.workplaces()), null, null, chance);
    }

    private void report(
            City.County county,
            City.Workplace workplace,
            @Nullable String visit,
            @Nullable String finding,
            Chance chance)
            throws Exception {
        Map<String, Object> report = new HashMap<>(Map.of(
                "enterpriseId",
                workplace.id(),
                "title",
                "配电箱无防护罩 " + chance.below(1_000_000),
                "category",
                chance.percent(50) ? "ELECTRICAL_SAFETY" : "FIRE_FACILITIES"));
        if (visit != null && finding != null) {
            report.put("inspectionId", visit);
            report.put("findingId", finding);
        }
        String hazard = desk.does(county.first(), "reportHazard", NodeType.HAZARD, report);
        Chance own = Chance.of(chance.below(Integer.MAX_VALUE), 0);
        new HazardLife(desk, agenda, county, workplace, own, hazard).begin();
    }
}
