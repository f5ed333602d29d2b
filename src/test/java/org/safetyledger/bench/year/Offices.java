package org.safetyledger.bench.year;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.supervision.report.DueReports;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.Loop;

/** What authorities do beside visits: campaigns each quarter, directives and draws each month, the report of each day. */
final class Offices {
    private static final String SEED = "k7Qm2-vT9xLp-4hZcRw";
    private static final int CAMPAIGN_DAYS = 40;
    private static final String UNSIGNED =
            "select id, not exists (select from daily_figure f where f.daily_report_id = r.id"
                    + " and f.value + f.late > 0) from daily_report r where division_code = ? and status = 'DRAWN_UP'"
                    + " and drawn_up_at > ?::timestamptz - interval '2 days' order by day";

    private final Desk desk;
    private final Agenda agenda;
    private final City city;
    private final LedgerTables tables;
    private final DueReports reports;
    private final Map<String, String> campaigns = new ConcurrentHashMap<>();

    Offices(Desk desk, Agenda agenda, City city, LedgerTables tables, DueReports reports) {
        this.desk = desk;
        this.agenda = agenda;
        this.city = city;
        this.tables = tables;
        this.reports = reports;
    }

    /** The campaign that runs in a county; null where none does. */
    @Nullable
    String campaignOf(City.County county) {
        return campaigns.get(county.code());
    }

    void campaign(City.County county, Chance chance) throws Exception {
        LocalDate today = Times.day(agenda.now());
        String campaign = desk.does(
                county.first(),
                "createCampaign",
                NodeType.CAMPAIGN,
                Map.of(
                        "title", "专项督导 " + today,
                        "kind", "KEY_PERIOD",
                        "startsOn", today.toString(),
                        "endsOn", today.plusDays(CAMPAIGN_DAYS).toString(),
                        "targetJurisdictions", List.of(county.code())));
        desk.does(county.leader(), "approveCampaign", Map.of("id", campaign, "document", "政办〔2027〕12号"));
        campaigns.put(county.code(), campaign);
        // Visits are planned a day ahead.
        agenda.inDays(CAMPAIGN_DAYS - 2, chance, () -> campaigns.remove(county.code()));
        agenda.inDays(
                CAMPAIGN_DAYS + 1,
                chance,
                () -> desk.does(county.first(), "enterCampaignPhase", Map.of("id", campaign, "phase", "SUMMARY")));
    }

    /** Of the city's committee's office to two counties' governments, one of which may not answer. */
    void directive(Chance chance) throws Exception {
        City.County one = chance.oneOf(city.counties());
        String directive = desk.does(
                city.office(),
                "draftDirective",
                NodeType.DIRECTIVE,
                Map.of(
                        "conference",
                        "全市安全生产工作例会",
                        "heldOn",
                        Times.day(agenda.now()).toString(),
                        "documentNumber",
                        "汴安委办〔2027〕18号",
                        "items",
                        List.of(Map.of(
                                "demand", "对辖区餐饮场所燃气安全全覆盖排查",
                                "result", "排查率达到百分之百，隐患全部建账",
                                "lead", one.code()))));
        desk.does(city.office(), "issueDirective", Map.of("id", directive));
        if (chance.percent(80)) {
            agenda.inDays(3 + chance.below(10), chance, () -> respond(directive, one, chance));
        }
    }

    private void respond(String directive, City.County county, Chance chance) throws Exception {
        String item = City.id(
                NodeType.DIRECTIVE_ITEM,
                tables.value("select id from directive_item where directive_id = ?::uuid", uuid(directive)));
        desk.does(county.leader(), "respondToDirective", Map.of("id", item, "response", "已完成排查"));
        agenda.inDays(2, chance, () -> desk.does(city.office(), "acceptDirectiveResponse", Map.of("id", item)));
    }

    void draw(City.County county, Chance chance) throws Exception {
        String draw = desk.does(
                county.first(),
                "announceDraw",
                NodeType.DRAW,
                Map.of(
                        "title",
                        "双随机抽查",
                        "number",
                        2,
                        "commitment",
                        Loop.sha256(SEED.getBytes(StandardCharsets.UTF_8)),
                        "publicSource",
                        "福彩3D开奖号码",
                        "publicFrom",
                        agenda.now().plus(Duration.ofHours(30)).toString()));
        agenda.inDays(3, chance, () -> {
            desk.does(
                    county.second(),
                    "witnessDraw",
                    Map.of("id", draw, "publicValue", "5 0 7", "readFrom", "https://www.cwl.gov.cn/"));
            desk.does(county.first(), "drawVisits", Map.of("id", draw, "seed", SEED));
        });
        agenda.inDays(6, chance, () -> {
            for (String enterprise :
                    tables.rows("select enterprise_id from drawn_visit where draw_id = ?::uuid", uuid(draw))) {
                desk.does(
                        county.first(),
                        "explainDrawnVisit",
                        Map.of(
                                "id",
                                draw,
                                "enterpriseId",
                                City.id(NodeType.ENTERPRISE, enterprise),
                                "reason",
                                "企业停产，复产后另行抽取"));
            }
            desk.does(county.first(), "publishDraw", Map.of("id", draw));
        });
    }

    /** What is due is drawn up by the program itself; most leaders sign theirs. */
    void reports(Chance chance) throws Exception {
        reports.drawUp();
        for (City.County county : city.counties()) {
            for (String row : tables.rows(UNSIGNED, county.code(), agenda.now().toString())) {
                String[] report = row.split("\\|", 2);
                if (chance.percent(80)) {
                    desk.does(
                            county.leader(),
                            "signDailyReport",
                            Map.of("id", City.id(NodeType.DAILY_REPORT, report[0]), "zero", report[1].equals("t")));
                }
            }
        }
    }

    private static String uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid().toString();
    }
}
