package org.safetyledger.access;

import static org.safetyledger.access.MatrixCallers.OTHER_TOWN_OFFICER;
import static org.safetyledger.access.Role.AUDITOR;
import static org.safetyledger.access.Role.CITY_LEADER;
import static org.safetyledger.access.Role.CITY_OFFICER;
import static org.safetyledger.access.Role.COUNTY_LEADER;
import static org.safetyledger.access.Role.COUNTY_OFFICER;
import static org.safetyledger.access.Role.DEPARTMENT_OFFICER;
import static org.safetyledger.access.Role.ENTERPRISE_MANAGER;
import static org.safetyledger.access.Role.ENTERPRISE_WORKER;
import static org.safetyledger.access.Role.INTEGRATION;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_CITY_CONSTRUCTION;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.GENERAL_LANKAO;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO_NAMES;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICE_LANKAO;
import static org.safetyledger.testing.TestCaller.TOWN_OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_QIXIAN;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.safetyledger.access.Operation.Request;
import org.safetyledger.access.Operation.Request.Change;
import org.safetyledger.access.Operation.Request.Read;
import org.safetyledger.testing.BulletinScene;
import org.safetyledger.testing.CampaignDutyScene;
import org.safetyledger.testing.CampaignGroupScene;
import org.safetyledger.testing.CampaignScene;
import org.safetyledger.testing.CheckPlanScene;
import org.safetyledger.testing.DailyReportScene;
import org.safetyledger.testing.DeadlineScene;
import org.safetyledger.testing.DirectiveScene;
import org.safetyledger.testing.DrawScene;
import org.safetyledger.testing.DutyScene;
import org.safetyledger.testing.HazardNotificationScene;
import org.safetyledger.testing.LadderScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OffSiteScene;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.PostScene;
import org.safetyledger.testing.RecusalScene;
import org.safetyledger.testing.ReelScene;
import org.safetyledger.testing.RegulatorScene;
import org.safetyledger.testing.RuleScene;
import org.safetyledger.testing.SiteScene;
import org.safetyledger.testing.SupervisionScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;
import org.safetyledger.testing.VisitEditionScene;

/**
 * Who may do what, operation by operation: written down a second time, apart from the program, so that a permission
 * that is widened by mistake contradicts it. An operation of the schema that is missing here fails the build.
 */
final class Operations {
    private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);
    private static final Set<Role> ALL_BUT_WORKERS = EnumSet.complementOf(EnumSet.of(ENTERPRISE_WORKER));
    private static final Set<Role> ALL_BUT_ENTERPRISES =
            EnumSet.complementOf(EnumSet.of(ENTERPRISE_MANAGER, ENTERPRISE_WORKER));
    private static final Set<Role> OFFICERS = EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER);
    private static final Set<Role> OFFICERS_AND_MANAGER =
            EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER, ENTERPRISE_MANAGER);

    private static final Set<Role> AUTHORITIES_AND_AUDITOR =
            EnumSet.of(CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER, AUDITOR);
    private static final Set<Role> AUTHORITIES_AND_DEPARTMENTS =
            EnumSet.of(CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER, DEPARTMENT_OFFICER, AUDITOR);
    private static final Set<Role> RECORDERS =
            EnumSet.of(CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER, DEPARTMENT_OFFICER);
    private static final Set<Role> AUTHORS = EnumSet.of(CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER);
    private static final Set<Role> AUTHORS_AND_DEPARTMENTS =
            EnumSet.of(CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER, DEPARTMENT_OFFICER);
    private static final Set<Role> ADDRESSEES =
            EnumSet.of(CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER, DEPARTMENT_OFFICER);
    private static final Set<Role> COMMENTERS = EnumSet.of(
            CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER, DEPARTMENT_OFFICER, ENTERPRISE_MANAGER);
    private static final Set<Role> COMMENTERS_AND_AUDITOR =
            EnumSet.complementOf(EnumSet.of(ENTERPRISE_WORKER, INTEGRATION));
    private static final Set<Role> ALL_BUT_SYSTEMS = EnumSet.complementOf(EnumSet.of(INTEGRATION));
    private static final Set<Role> MANAGER = EnumSet.of(ENTERPRISE_MANAGER);
    private static final Set<Role> OF_ENTERPRISE = EnumSet.of(ENTERPRISE_MANAGER, ENTERPRISE_WORKER);
    private static final Set<Role> OF_SUPERVISION =
            EnumSet.complementOf(EnumSet.of(ENTERPRISE_WORKER, ENTERPRISE_MANAGER, INTEGRATION));

    private static final Set<Role> OF_REPORTS =
            EnumSet.of(CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER, AUDITOR);

    private static final Set<Role> READERS_OF_REELS =
            EnumSet.complementOf(EnumSet.of(ENTERPRISE_MANAGER, ENTERPRISE_WORKER, INTEGRATION));
    private static final Set<Role> READERS_OF_DRAWS = EnumSet.complementOf(EnumSet.of(ENTERPRISE_WORKER, INTEGRATION));
    /** A draw is its authority's own: neither a department's of the same place, nor a town's. */
    private static final TestCaller[] OTHER_AUTHORITIES = {
        TOWN_OFFICER_LANKAO, DEPARTMENT_LANKAO, FIRE_LANKAO, GENERAL_LANKAO
    };

    private static final TestCaller[] NEITHER_TOWN_NOR_ABOVE = {
        DEPARTMENT_LANKAO, FIRE_LANKAO, GENERAL_LANKAO, MANAGER_LANKAO, WORKER_LANKAO
    };

    static final List<Operation> QUERIES = List.of(
            open("viewer", "{ viewer { subject } }", "subject"),
            open("waiting", "{ waiting { kind count } }", "waiting"),
            open("jurisdiction", "{ jurisdiction(code: \"410225000000\") { name } }", "兰考县"),
            open("jurisdictions", "{ jurisdictions(subtreeOf: \"410225000000\") { nodes { name } } }", "兰考县"),
            open("department", "{ department(code: \"KF-410225-EM\") { name } }", "兰考县应急管理局"),
            open("departments", "{ departments(jurisdiction: \"410225000000\") { nodes { name } } }", "兰考县应急管理局"),
            open("hazardCategories", "{ hazardCategories(matter: \"FIRE\") { nodes { code } } }", "EVACUATION_ROUTE"),
            open("industries", "{ industries(parent: \"C\", first: 30) { nodes { code } } }", "C26"),
            open("keySectors", "{ keySectors { nodes { code } } }", "COAL_MINE"),
            open("matters", "{ matters { nodes { code } } }", "GAS_USE"),
            open("venueTypes", "{ venueTypes { nodes { code } } }", "ESCAPE_ROOM"),
            open("dutyRules", "{ dutyRules(kind: SAFETY) { nodes { code } } }", "PARTY-MEETING"),
            open("escalationRules", "{ escalationRules(subject: \"TASK_TOTAL\") { nodes { code } } }", "TASK_TOTAL_1"),
            open("judgementStandards", "{ judgementStandards { nodes { code } } }", "CHEM-2026"),
            open(
                    "judgementClauses",
                    "{ judgementClauses(filter: {standard: \"CHEM-2026\"}) { nodes { number } } }",
                    "5.1.1"),
            open("deadlineRules", "{ deadlineRules(subject: \"CLOSURE\") { nodes { code } } }", "CLOSURE_ANY"),
            open(
                    "limitRules",
                    "{ limitRules(subject: \"LOOK_BACK_SHARE\") { nodes { code } } }",
                    "LOOK_BACK_SHARE_MAJOR"),
            open(
                    "workingCalendar",
                    "{ workingCalendar(from: \"2026-10-01\", to: \"2026-10-08\") { nodes { name } } }",
                    "国庆节"),
            open("checklists", "{ checklists { nodes { code } } }", "CL-HC"),
            byId("node", EVERYONE, "query($id: ID!) { node(id: $id) { id } }", Operations::assignedHazard, """
                    {"node": null}"""),
            query("nodes", EVERYONE, scene -> {
                String hazard = assignedHazard(scene);
                return new Read("{ nodes(ids: [\"" + hazard + "\"]) { id } }", Map.of(), hazard, """
                        {"nodes": [null]}""");
            }),
            byId("hazard", EVERYONE, "query($id: ID!) { hazard(id: $id) { id } }", Operations::assignedHazard, """
                    {"hazard": null}"""),
            byId(
                    "site",
                    EVERYONE,
                    "query($id: ID!) { site(id: $id) { id } }",
                    scene -> SiteScene.LANKAO.registered(),
                    """
                    {"site": null}"""),
            query("sites", EVERYONE, scene -> {
                String site = SiteScene.LANKAO.registered();
                return new Read(
                        "query($filter: SiteFilter) { sites(filter: $filter) { totalCount nodes { id } } }",
                        Map.of("filter", Map.of("enterpriseId", scene.enterprise())),
                        site,
                        """
                        {"sites": {"totalCount": 0, "nodes": []}}""");
            }),
            byId(
                    "paper",
                    ALL_BUT_WORKERS,
                    "query($id: ID!) { paper(id: $id) { id } }",
                    scene -> PaperScene.LANKAO.served(PaperScene.LANKAO.notice()),
                    """
                    {"paper": null}"""),
            query("papers", ALL_BUT_WORKERS, scene -> {
                String paper = PaperScene.LANKAO.served(PaperScene.LANKAO.notice());
                return new Read(
                        "query($filter: PaperFilter) { papers(filter: $filter) { totalCount nodes { id } } }",
                        Map.of("filter", Map.of("enterpriseId", scene.enterprise())),
                        paper,
                        """
                        {"papers": {"totalCount": 0, "nodes": []}}""");
            }),
            byId(
                            "enterprisePost",
                            ALL_BUT_SYSTEMS,
                            "query($id: ID!) { enterprisePost(id: $id) { id } }",
                            scene -> PostScene.LANKAO.post(),
                            """
                    {"enterprisePost": null}""")
                    .alsoHiddenFrom(FIRE_LANKAO),
            ofEnterprise("enterprisePosts", "EnterprisePostFilter", ALL_BUT_SYSTEMS, PostScene.LANKAO::post),
            byId(
                            "postCheck",
                            ALL_BUT_SYSTEMS,
                            "query($id: ID!) { postCheck(id: $id) { id } }",
                            scene -> PostScene.LANKAO.check(),
                            """
                    {"postCheck": null}""")
                    .alsoHiddenFrom(FIRE_LANKAO),
            ofEnterprise("postChecks", "PostCheckFilter", ALL_BUT_SYSTEMS, PostScene.LANKAO::check),
            ofEnterprise(
                    "postCheckRecords",
                    "PostCheckRecordFilter",
                    ALL_BUT_SYSTEMS,
                    () -> PostScene.LANKAO.recorded(PostScene.LANKAO.check())),
            byId(
                            "quickReport",
                            ALL_BUT_SYSTEMS,
                            "query($id: ID!) { quickReport(id: $id) { id } }",
                            scene -> PostScene.LANKAO.escalated(),
                            """
                    {"quickReport": null}""")
                    .alsoHiddenFrom(FIRE_LANKAO),
            ofEnterprise("quickReports", "QuickReportFilter", ALL_BUT_SYSTEMS, PostScene.LANKAO::escalated),
            query("internalRewards", EnumSet.complementOf(EnumSet.of(INTEGRATION, ENTERPRISE_WORKER)), scene -> {
                        PostScene.LANKAO.rewarded();
                        return new Read(
                                "query($filter: InternalRewardsFilter) { internalRewards(filter: $filter)"
                                        + " { totalCount nodes { rewards } } }",
                                Map.of("filter", Map.of("enterpriseId", scene.enterprise())),
                                "rewards",
                                """
                        {"internalRewards": {"totalCount": 0, "nodes": []}}""");
                    })
                    .alsoHiddenFrom(FIRE_LANKAO),
            byId(
                            "draw",
                            READERS_OF_DRAWS,
                            "query($id: ID!) { draw(id: $id) { id } }",
                            scene -> DrawScene.LANKAO.published(),
                            """
                    {"draw": null}""")
                    .alsoHiddenFrom(OTHER_AUTHORITIES),
            query("draws", READERS_OF_DRAWS, scene -> {
                        String draw = DrawScene.LANKAO.published();
                        return new Read(
                                "{ draws(filter: {jurisdiction: \"410225000000\"}) { nodes { id } } }",
                                Map.of(),
                                draw,
                                """
                        {"draws": {"nodes": []}}""");
                    })
                    .alsoHiddenFrom(OTHER_AUTHORITIES),
            query(
                            "drawCandidates",
                            READERS_OF_DRAWS,
                            scene -> new Read(
                                    "query($id: ID) { drawCandidates(drawId: $id, first: 100) { totalCount nodes { name } } }",
                                    Map.of("id", DrawScene.LANKAO.published()),
                                    Scene.ENTERPRISE_NAME,
                                    """
                        {"drawCandidates": {"totalCount": 0, "nodes": []}}"""))
                    .alsoHiddenFrom(OTHER_AUTHORITIES),
            byId(
                            "lookBack",
                            READERS_OF_DRAWS,
                            "query($id: ID!) { lookBack(id: $id) { id } }",
                            scene -> DrawScene.LANKAO.lookBackReady(),
                            """
                    {"lookBack": null}""")
                    .alsoHiddenFrom(OTHER_AUTHORITIES)
                    .alsoHiddenFrom(MANAGER_LANKAO),
            query("lookBacks", READERS_OF_DRAWS, scene -> {
                        String lookBack = DrawScene.LANKAO.lookBackReady();
                        return new Read(
                                "{ lookBacks(filter: {jurisdiction: \"410225000000\"}) { nodes { id } } }",
                                Map.of(),
                                lookBack,
                                """
                        {"lookBacks": {"nodes": []}}""");
                    })
                    .alsoHiddenFrom(OTHER_AUTHORITIES)
                    .alsoHiddenFrom(MANAGER_LANKAO),
            query(
                            "lookBackCandidates",
                            READERS_OF_DRAWS,
                            scene -> new Read(
                                    "query($id: ID) { lookBackCandidates(lookBackId: $id) { totalCount nodes { grade } } }",
                                    Map.of("id", DrawScene.LANKAO.lookBackReady()),
                                    "MAJOR",
                                    """
                        {"lookBackCandidates": {"totalCount": 0, "nodes": []}}"""))
                    .alsoHiddenFrom(OTHER_AUTHORITIES)
                    .alsoHiddenFrom(MANAGER_LANKAO),
            query(
                            "lookBackProgress",
                            READERS_OF_DRAWS,
                            scene -> new Read(
                                    "query($id: ID!) { lookBackProgress(id: $id) { sampled } }",
                                    Map.of("id", DrawScene.LANKAO.lookBackReady()),
                                    "sampled",
                                    """
                        {"lookBackProgress": null}"""))
                    .alsoHiddenFrom(OTHER_AUTHORITIES)
                    .alsoHiddenFrom(MANAGER_LANKAO),
            byId(
                            "lookBackCheck",
                            READERS_OF_DRAWS,
                            "query($id: ID!) { lookBackCheck(id: $id) { id } }",
                            Operations::pendingCheck,
                            """
                    {"lookBackCheck": null}""")
                    .alsoHiddenFrom(MANAGER_LANKAO),
            query("lookBackChecks", READERS_OF_DRAWS, scene -> {
                        String check = pendingCheck(scene);
                        return new Read(
                                "{ lookBackChecks(filter: {jurisdiction: \"410225101000\", status: PENDING}, first: 100)"
                                        + " { nodes { id } } }",
                                Map.of(),
                                check,
                                """
                        {"lookBackChecks": {"nodes": []}}""");
                    })
                    .alsoHiddenFrom(MANAGER_LANKAO),
            byId(
                            "evidenceReel",
                            READERS_OF_REELS,
                            "query($id: ID!) { evidenceReel(id: $id) { id } }",
                            Operations::shownReel,
                            """
                    {"evidenceReel": null}""")
                    .seenBy(OTHER_TOWN_OFFICER),
            query("evidenceReels", READERS_OF_REELS, scene -> {
                        String reel = shownReel(scene);
                        return new Read(
                                "{ evidenceReels(filter: {jurisdiction: \"410225000000\"}) { nodes { id } } }",
                                Map.of(),
                                reel,
                                """
                        {"evidenceReels": {"nodes": []}}""");
                    })
                    .seenBy(OTHER_TOWN_OFFICER),
            query("lookBacksDue", OFFICERS, scene -> {
                String hazard = DrawScene.closedMajor();
                return new Read(
                        "query($day: Date) { lookBacksDue(jurisdiction: \"410225101000\", closedFrom: $day) { hazardId } }",
                        Map.of("day", Scene.TODAY.toString()),
                        hazard,
                        """
                        {"lookBacksDue": []}""");
            }),
            byId(
                    "transfer",
                    ALL_BUT_ENTERPRISES,
                    "query($id: ID!) { transfer(id: $id) { id } }",
                    scene -> TransferScene.sent(OFFICER_LANKAO, scene.confirmed(), "ORDINARY", TransferScene.FIRE),
                    """
                    {"transfer": null}"""),
            query("transfers", ALL_BUT_ENTERPRISES, scene -> {
                String hazard = scene.confirmed();
                String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.FIRE);
                return new Read(
                        "query($filter: HazardTransferFilter) { transfers(filter: $filter) { totalCount nodes { id } } }",
                        Map.of("filter", Map.of("hazardId", hazard)),
                        transfer,
                        """
                        {"transfers": {"totalCount": 0, "nodes": []}}""");
            }),
            byId(
                    "comment",
                    COMMENTERS_AND_AUDITOR,
                    "query($id: ID!) { comment(id: $id) { id } }",
                    scene -> commented(scene.confirmed(), "SHARED"),
                    """
                    {"comment": null}"""),
            byId(
                    "hazardNotification",
                    EVERYONE,
                    "query($id: ID!) { hazardNotification(id: $id) { id } }",
                    scene -> HazardNotificationScene.workersTold(scene.confirmed()),
                    """
                    {"hazardNotification": null}"""),
            query("hazardNotifications", EVERYONE, scene -> {
                String hazard = scene.confirmed();
                return new Read(
                        "query($filter: HazardNotificationFilter) { hazardNotifications(filter: $filter)"
                                + " { totalCount nodes { id } } }",
                        Map.of("filter", Map.of("hazardId", hazard)),
                        HazardNotificationScene.workersTold(hazard),
                        """
                        {"hazardNotifications": {"totalCount": 0, "nodes": []}}""");
            }),
            byId(
                            "offSiteCheck",
                            COMMENTERS_AND_AUDITOR,
                            "query($id: ID!) { offSiteCheck(id: $id) { id } }",
                            scene -> OffSiteScene.concluded(),
                            """
                    {"offSiteCheck": null}""")
                    .alsoHiddenFrom(FIRE_LANKAO),
            query(
                            "offSiteChecks",
                            COMMENTERS_AND_AUDITOR,
                            scene -> new Read(
                                    "query($filter: OffSiteCheckFilter) { offSiteChecks(filter: $filter, first: 100)"
                                            + " { totalCount nodes { id } } }",
                                    Map.of(
                                            "filter",
                                            Map.of(
                                                    "enterpriseId", scene.enterprise(),
                                                    "status", "CONCLUDED",
                                                    "result", "NOTHING_FOUND")),
                                    OffSiteScene.concluded(),
                                    """
                        {"offSiteChecks": {"totalCount": 0, "nodes": []}}"""))
                    .alsoHiddenFrom(FIRE_LANKAO),
            query("comments", COMMENTERS_AND_AUDITOR, scene -> {
                String comment = commented(scene.confirmed(), "SHARED");
                return new Read(
                        "query($filter: CommentFilter) { comments(filter: $filter) { totalCount nodes { id } } }",
                        Map.of("filter", Map.of("enterpriseId", scene.enterprise())),
                        comment,
                        """
                        {"comments": {"totalCount": 0, "nodes": []}}""");
            }),
            query("hazards", EVERYONE, scene -> {
                String hazard = assignedHazard(scene);
                return new Read(
                        "query($filter: HazardFilter) { hazards(filter: $filter, orderBy: REPORTED_AT_DESC)"
                                + " { totalCount nodes { id } } }",
                        Map.of("filter", Map.of("enterpriseId", scene.enterprise())),
                        hazard,
                        """
                        {"hazards": {"totalCount": 0, "nodes": []}}""");
            }),
            query(
                    "coverage",
                    EnumSet.of(CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER, DEPARTMENT_OFFICER, AUDITOR),
                    scene -> new Read(
                            "{ coverage(jurisdiction: \"410225101000\", kind: HAZARD_WITHOUT_TASK) { gaps { objectId } } }",
                            Map.of(),
                            scene.confirmed(),
                            """
                    {"coverage": {"gaps": []}}""")),
            byId(
                    "deadline",
                    ALL_BUT_SYSTEMS,
                    "query($id: ID!) { deadline(id: $id) { id } }",
                    scene -> DeadlineScene.of(assignedHazard(scene)),
                    """
                    {"deadline": null}"""),
            query("deadlines", ALL_BUT_SYSTEMS, scene -> {
                String hazard = assignedHazard(scene);
                return new Read(
                        "query($filter: DeadlineClockFilter) { deadlines(filter: $filter) { totalCount nodes { id } } }",
                        Map.of("filter", Map.of("hazardId", hazard, "subject", "RECTIFICATION_TOTAL")),
                        DeadlineScene.of(hazard),
                        """
                        {"deadlines": {"totalCount": 0, "nodes": []}}""");
            }),
            query("deadlineEvents", ALL_BUT_SYSTEMS, scene -> {
                String hazard = assignedHazard(scene);
                return new Read(
                        "query($filter: DeadlineEventFilter) { deadlineEvents(filter: $filter) { totalCount nodes { id } } }",
                        Map.of("filter", Map.of("hazardId", hazard)),
                        DeadlineScene.reached(hazard),
                        """
                        {"deadlineEvents": {"totalCount": 0, "nodes": []}}""");
            }),
            query("urges", ALL_BUT_SYSTEMS, scene -> {
                String clock = DeadlineScene.urged(assignedHazard(scene));
                return new Read(
                        "query($filter: UrgeFilter) { urges(filter: $filter) { totalCount nodes { note } } }",
                        Map.of("filter", Map.of("deadlineClockId", clock)),
                        DeadlineScene.NOTE,
                        """
                        {"urges": {"totalCount": 0, "nodes": []}}""");
            }),
            query("hazardDashboard", ALL_BUT_WORKERS, scene -> {
                scene.confirmed();
                return new Read(
                        "{ hazardDashboard(jurisdiction: \"410225101000\") { byStatus { status } } }",
                        Map.of(),
                        "CONFIRMED",
                        """
                        {"hazardDashboard": {"byStatus": []}}""");
            }),
            byId("history", EVERYONE, """
                    query($id: ID!) { history(of: $id) { nodes { action } totalCount } }""", Operations::assignedHazard, "null", "CONFIRMED"),
            byId(
                    "verifyHistory",
                    EnumSet.of(CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, AUDITOR),
                    "query($id: ID!) { verifyHistory(of: $id) { intact entries } }",
                    Operations::assignedHazard,
                    "null",
                    "true"),
            query("evidence", EVERYONE, scene -> {
                String photo = scene.photo(assignedHazard(scene));
                return new Read(
                        "{ evidence(jurisdiction: \"410225101000\") { totalCount nodes { id url } } }",
                        Map.of(),
                        photo,
                        """
                        {"evidence": {"totalCount": 0, "nodes": []}}""");
            }),
            byId(
                            "inspection",
                            ALL_BUT_WORKERS,
                            "query($id: ID!) { inspection(id: $id) { id } }",
                            Scene::unannounced,
                            """
                    {"inspection": null}""")
                    .alsoHiddenFrom(MANAGER_LANKAO, FIRE_LANKAO),
            query("inspections", ALL_BUT_WORKERS, scene -> {
                        String inspection = scene.started();
                        return new Read(
                                "query($filter: InspectionFilter) { inspections(filter: $filter, first: 100)"
                                        + " { totalCount nodes { id } } }",
                                Map.of("filter", Map.of("enterpriseId", scene.enterprise())),
                                inspection,
                                """
                        {"inspections": {"totalCount": 0, "nodes": []}}""");
                    })
                    .alsoHiddenFrom(FIRE_LANKAO),
            query(
                    "inspectionBudget",
                    ALL_BUT_WORKERS,
                    scene -> new Read(
                            "query($id: ID!) { inspectionBudget(enterpriseId: $id, year: 2026) { authorities { used } } }",
                            Map.of("id", scene.enterprise()),
                            "authorities",
                            """
                    {"inspectionBudget": null}""")),
            byId(
                            "checkPlan",
                            READERS_OF_DRAWS,
                            "query($id: ID!) { checkPlan(id: $id) { id } }",
                            scene -> CheckPlanScene.published(),
                            """
                    {"checkPlan": null}""")
                    .alsoHiddenFrom(OTHER_AUTHORITIES),
            query("checkPlans", READERS_OF_DRAWS, scene -> {
                        String plan = CheckPlanScene.published();
                        return new Read(
                                "{ checkPlans(filter: {jurisdiction: \"410225000000\"}) { nodes { id } } }",
                                Map.of(),
                                plan,
                                """
                        {"checkPlans": {"nodes": []}}""");
                    })
                    .alsoHiddenFrom(OTHER_AUTHORITIES),
            byId(
                            "visitEdition",
                            READERS_OF_DRAWS,
                            "query($id: ID!) { visitEdition(id: $id) { id } }",
                            scene -> VisitEditionScene.published(),
                            """
                    {"visitEdition": null}""")
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION, OTHER_TOWN_OFFICER),
            query("visitEditions", READERS_OF_DRAWS, scene -> {
                        String edition = VisitEditionScene.published();
                        return new Read(
                                "{ visitEditions(filter: {jurisdiction: \"410225000000\"}) { nodes { id } } }",
                                Map.of(),
                                edition,
                                """
                        {"visitEditions": {"nodes": []}}""");
                    })
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION, OTHER_TOWN_OFFICER),
            // Of the caller's own authority, whichever that is.
            query(
                            "visitRatings",
                            EnumSet.of(
                                    CITY_LEADER,
                                    CITY_OFFICER,
                                    COUNTY_LEADER,
                                    COUNTY_OFFICER,
                                    DEPARTMENT_OFFICER,
                                    AUDITOR),
                            scene -> new Read("{ visitRatings(year: 2026) { ratings } }", Map.of(), "ratings", "null"))
                    .seenBy(MatrixCallers.OUTSIDE.toArray(TestCaller[]::new)),
            // Of what the caller sees, wherever that is.
            query(
                            "visitStatistics",
                            AUTHORITIES_AND_DEPARTMENTS,
                            scene -> new Read("{ visitStatistics(year: 2026) { year } }", Map.of(), "year", "null"))
                    .seenBy(MatrixCallers.OUTSIDE.toArray(TestCaller[]::new)),
            byId(
                    "rectificationTask",
                    EVERYONE,
                    "query($id: ID!) { rectificationTask(id: $id) { id } }",
                    Scene::assignedTask,
                    """
                    {"rectificationTask": null}"""),
            query("rectificationTasks", EVERYONE, scene -> {
                String hazard = scene.confirmed();
                return new Read(
                        "query($filter: RectificationTaskFilter) { rectificationTasks(filter: $filter)"
                                + " { totalCount nodes { id } } }",
                        Map.of("filter", Map.of("hazardId", hazard)),
                        scene.assignedTask(hazard),
                        """
                        {"rectificationTasks": {"totalCount": 0, "nodes": []}}""");
            }),
            byId(
                            "bulletin",
                            EVERYONE,
                            "query($id: ID!) { bulletin(id: $id) { id } }",
                            Operations::publishedBulletin,
                            """
                    {"bulletin": null}""")
                    .alsoHiddenFrom(FIRE_LANKAO),
            query("bulletins", EVERYONE, scene -> {
                        String bulletin = publishedBulletin(scene);
                        return new Read(
                                "query($filter: BulletinFilter) { bulletins(filter: $filter) { totalCount nodes { id } } }",
                                Map.of("filter", Map.of("jurisdiction", Scene.COUNTY, "status", "PUBLISHED")),
                                bulletin,
                                """
                        {"bulletins": {"totalCount": 0, "nodes": []}}""");
                    })
                    .alsoHiddenFrom(FIRE_LANKAO),
            byId(
                            "bulletinDelivery",
                            EVERYONE,
                            "query($id: ID!) { bulletinDelivery(id: $id) { id } }",
                            scene -> BulletinScene.LANKAO.delivery(Scene.TOWN),
                            """
                    {"bulletinDelivery": null}""")
                    .alsoHiddenFrom(NEITHER_TOWN_NOR_ABOVE),
            query("bulletinDeliveries", EVERYONE, scene -> {
                        String delivery = BulletinScene.LANKAO.delivery(Scene.TOWN);
                        return new Read(
                                "query($filter: BulletinDeliveryFilter) { bulletinDeliveries(filter: $filter)"
                                        + " { totalCount nodes { id } } }",
                                Map.of("filter", Map.of("jurisdiction", Scene.TOWN)),
                                delivery,
                                """
                        {"bulletinDeliveries": {"totalCount": 0, "nodes": []}}""");
                    })
                    .alsoHiddenFrom(NEITHER_TOWN_NOR_ABOVE),
            byId(
                            "ladderChange",
                            EVERYONE,
                            "query($id: ID!) { ladderChange(id: $id) { id } }",
                            scene -> LadderScene.changed(),
                            """
                    {"ladderChange": null}""")
                    .seenBy(MatrixCallers.OUTSIDE.toArray(TestCaller[]::new)),
            query("ladderChanges", EVERYONE, scene -> {
                        String change = LadderScene.changed();
                        return new Read("{ ladderChanges(first: 1) { nodes { id } } }", Map.of(), change, """
                        {"ladderChanges": {"nodes": []}}""");
                    })
                    .seenBy(MatrixCallers.OUTSIDE.toArray(TestCaller[]::new)),
            byId(
                            "ruleChange",
                            EVERYONE,
                            "query($id: ID!) { ruleChange(id: $id) { id } }",
                            scene -> RuleScene.changed(),
                            """
                    {"ruleChange": null}""")
                    .seenBy(MatrixCallers.OUTSIDE.toArray(TestCaller[]::new)),
            query("ruleChanges", EVERYONE, scene -> {
                        String change = RuleScene.changed();
                        return new Read("{ ruleChanges(first: 1) { nodes { id } } }", Map.of(), change, """
                        {"ruleChanges": {"nodes": []}}""");
                    })
                    .seenBy(MatrixCallers.OUTSIDE.toArray(TestCaller[]::new)),
            byId(
                            "dailyReport",
                            OF_REPORTS,
                            "query($id: ID!) { dailyReport(id: $id) { id } }",
                            scene -> DailyReportScene.LANKAO.drawn(),
                            """
                    {"dailyReport": null}""")
                    .alsoHiddenFrom(TOWN_OFFICER_LANKAO),
            query("dailyReports", OF_REPORTS, scene -> {
                        String day = DailyReportScene.day();
                        String report =
                                DailyReportScene.LANKAO.drawUp(day).accepted().text("dailyReport.id");
                        return new Read(
                                "query($filter: DailyReportFilter) { dailyReports(filter: $filter) { totalCount nodes { id } } }",
                                Map.of("filter", Map.of("jurisdiction", Scene.COUNTY, "from", day, "to", day)),
                                report,
                                """
                        {"dailyReports": {"totalCount": 0, "nodes": []}}""");
                    })
                    .alsoHiddenFrom(TOWN_OFFICER_LANKAO),
            query("reportedObjects", OF_REPORTS, scene -> {
                        String day = DailyReportScene.day();
                        String hazard = DailyReportScene.LANKAO.found(day);
                        String report =
                                DailyReportScene.LANKAO.drawUp(day).accepted().text("dailyReport.id");
                        return new Read(
                                "query($filter: ReportedObjectFilter) { reportedObjects(filter: $filter, first: 100)"
                                        + " { nodes { hazard { id } } } }",
                                Map.of("filter", Map.of("dailyReportId", report, "figure", "HAZARDS_FOUND")),
                                hazard,
                                """
                        {"reportedObjects": {"nodes": []}}""");
                    })
                    .alsoHiddenFrom(TOWN_OFFICER_LANKAO),
            byId(
                            "supervisionVisit",
                            OF_SUPERVISION,
                            "query($id: ID!) { supervisionVisit(id: $id) { id } }",
                            scene -> SupervisionScene.TOWN.started(),
                            """
                    {"supervisionVisit": null}""")
                    .alsoHiddenFrom(NEITHER_TOWN_NOR_ABOVE),
            query("supervisionVisits", OF_SUPERVISION, scene -> {
                        String visit = SupervisionScene.TOWN.started();
                        return new Read(
                                "query($filter: SupervisionVisitFilter) { supervisionVisits(filter: $filter, first: 100)"
                                        + " { totalCount nodes { id } } }",
                                Map.of("filter", Map.of("targetJurisdiction", Scene.TOWN, "status", "IN_PROGRESS")),
                                visit,
                                """
                        {"supervisionVisits": {"totalCount": 0, "nodes": []}}""");
                    })
                    .alsoHiddenFrom(NEITHER_TOWN_NOR_ABOVE),
            byId(
                            "supervisionItem",
                            OF_SUPERVISION,
                            "query($id: ID!) { supervisionItem(id: $id) { id } }",
                            scene -> SupervisionScene.TOWN.issued(),
                            """
                    {"supervisionItem": null}""")
                    .alsoHiddenFrom(NEITHER_TOWN_NOR_ABOVE),
            query("supervisionItems", OF_SUPERVISION, scene -> {
                        String item = SupervisionScene.TOWN.issued();
                        return new Read(
                                "query($filter: SupervisionItemFilter) { supervisionItems(filter: $filter, first: 100)"
                                        + " { totalCount nodes { id } } }",
                                Map.of("filter", Map.of("addresseeJurisdiction", Scene.TOWN, "status", "OPEN")),
                                item,
                                """
                        {"supervisionItems": {"totalCount": 0, "nodes": []}}""");
                    })
                    .alsoHiddenFrom(NEITHER_TOWN_NOR_ABOVE),
            byId(
                            "directive",
                            OF_SUPERVISION,
                            "query($id: ID!) { directive(id: $id) { id } }",
                            scene -> DirectiveScene.TOWN.issued(),
                            """
                    {"directive": null}""")
                    .alsoHiddenFrom(NEITHER_TOWN_NOR_ABOVE),
            query(
                            "directives",
                            OF_SUPERVISION,
                            scene -> new Read(
                                    "query($filter: DirectiveFilter) { directives(filter: $filter, first: 100) { nodes { id } } }",
                                    Map.of("filter", Map.of("jurisdiction", Scene.COUNTY, "status", "ISSUED")),
                                    DirectiveScene.TOWN.issued(),
                                    """
                    {"directives": {"nodes": []}}"""))
                    .alsoHiddenFrom(NEITHER_TOWN_NOR_ABOVE),
            byId(
                            "directiveItem",
                            OF_SUPERVISION,
                            "query($id: ID!) { directiveItem(id: $id) { id } }",
                            scene -> DirectiveScene.TOWN.issuedItem(),
                            """
                    {"directiveItem": null}""")
                    .alsoHiddenFrom(NEITHER_TOWN_NOR_ABOVE),
            query(
                            "directiveItems",
                            OF_SUPERVISION,
                            scene -> new Read(
                                    "query($filter: DirectiveItemFilter) { directiveItems(filter: $filter, first: 100, orderBy: ISSUED_AT_DESC)"
                                            + " { nodes { id } } }",
                                    Map.of("filter", Map.of("jurisdiction", Scene.TOWN, "status", "OPEN")),
                                    DirectiveScene.TOWN.issuedItem(),
                                    """
                    {"directiveItems": {"nodes": []}}"""))
                    .alsoHiddenFrom(NEITHER_TOWN_NOR_ABOVE),
            query("campaignDuties", EnumSet.complementOf(EnumSet.of(ENTERPRISE_MANAGER, ENTERPRISE_WORKER)), scene -> {
                        String campaign = CampaignScene.LANKAO.approved();
                        String duty = CampaignDutyScene.set(campaign, Scene.TODAY);
                        return new Read(
                                "query($filter: CampaignDutyFilter) { campaignDuties(filter: $filter) { totalCount nodes { id } } }",
                                Map.of("filter", Map.of("campaignId", campaign)),
                                duty,
                                """
                        {"campaignDuties": {"totalCount": 0, "nodes": []}}""");
                    })
                    .alsoHiddenFrom(INTEGRATION_LANKAO, INTEGRATION_LANKAO_NAMES)
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION, OTHER_TOWN_OFFICER),
            query("campaignGroups", ALL_BUT_ENTERPRISES, scene -> {
                        String campaign = CampaignScene.LANKAO.approved();
                        String group = CampaignGroupScene.LANKAO.formed(campaign);
                        return new Read(
                                "query($filter: CampaignGroupFilter) { campaignGroups(filter: $filter) { totalCount nodes { id } } }",
                                Map.of("filter", Map.of("campaignId", campaign)),
                                group,
                                """
                        {"campaignGroups": {"totalCount": 0, "nodes": []}}""");
                    })
                    .alsoHiddenFrom(INTEGRATION_LANKAO, INTEGRATION_LANKAO_NAMES)
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION, OTHER_TOWN_OFFICER),
            byId("enterprise", EVERYONE, "query($id: ID!) { enterprise(id: $id) { id } }", Scene::enterprise, """
                    {"enterprise": null}"""),
            query(
                    "enterprises",
                    EVERYONE,
                    scene -> new Read(
                            "query($filter: EnterpriseFilter) { enterprises(filter: $filter)"
                                    + " { totalCount nodes { name } } }",
                            Map.of("filter", Map.of("text", Scene.ENTERPRISE_NAME)),
                            Scene.ENTERPRISE_NAME,
                            """
                            {"enterprises": {"totalCount": 0, "nodes": []}}""")),
            // A department reads of the people of enterprises those of its own trade; no system reads people.
            query(
                            "people",
                            EVERYONE,
                            scene -> new Read(
                                    "query($text: String) { people(jurisdiction: \"410225101000\", text: $text)"
                                            + " { totalCount nodes { name } } }",
                                    Map.of("text", Scene.MANAGER_NAME),
                                    Scene.MANAGER_NAME,
                                    """
                                    {"people": {"totalCount": 0, "nodes": []}}"""))
                    .alsoHiddenFrom(WORKER_LANKAO, INTEGRATION_LANKAO, INTEGRATION_LANKAO_NAMES),
            query(
                    "responsibilityAssignments",
                    ALL_BUT_WORKERS,
                    scene -> new Read(
                            "query($filter: ResponsibilityAssignmentFilter) { responsibilityAssignments(filter: $filter)"
                                    + " { totalCount nodes { party } } }",
                            Map.of("filter", Map.of("party", "ENTERPRISE_MAIN", "enterpriseId", scene.enterprise())),
                            "ENTERPRISE_MAIN",
                            """
                                    {"responsibilityAssignments": {"totalCount": 0, "nodes": []}}""")),
            query(
                            "regulatorsFor",
                            EVERYONE,
                            scene -> new Read(
                                    "{ regulatorsFor(jurisdiction: \"410225000000\", industry: \"C26\") { regulators { department } } }",
                                    Map.of(),
                                    "KF-410225-EM",
                                    """
                                    {"regulatorsFor": null}"""))
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION, OTHER_TOWN_OFFICER),
            byId(
                            "regulatorDecision",
                            EVERYONE,
                            "query($id: ID!) { regulatorDecision(id: $id) { id } }",
                            scene -> RegulatorScene.LANKAO.decided(),
                            """
                    {"regulatorDecision": null}""")
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION, OTHER_TOWN_OFFICER),
            query("regulatorDecisions", EVERYONE, scene -> {
                        String decision = RegulatorScene.LANKAO.decided();
                        return new Read(
                                "query($filter: RegulatorDecisionFilter) { regulatorDecisions(filter: $filter, first: 100)"
                                        + " { totalCount nodes { id } } }",
                                Map.of(
                                        "filter",
                                        Map.of("industry", RegulatorScene.INDUSTRY, "jurisdiction", Scene.COUNTY)),
                                decision,
                                """
                                {"regulatorDecisions": {"totalCount": 0, "nodes": []}}""");
                    })
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION, OTHER_TOWN_OFFICER),
            byId(
                            "undeterminedRegulator",
                            AUTHORITIES_AND_AUDITOR,
                            "query($id: ID!) { undeterminedRegulator(id: $id) { id } }",
                            scene -> RegulatorScene.LANKAO.undetermined(),
                            """
                    {"undeterminedRegulator": null}""")
                    .seenBy(OTHER_TOWN_OFFICER),
            query("undeterminedRegulators", AUTHORITIES_AND_AUDITOR, scene -> {
                        String entry = RegulatorScene.LANKAO.undetermined();
                        return new Read(
                                "query($filter: UndeterminedRegulatorFilter) { undeterminedRegulators(filter: $filter, first: 100)"
                                        + " { totalCount nodes { id } } }",
                                Map.of("filter", Map.of("undetermined", true, "jurisdiction", Scene.COUNTY)),
                                entry,
                                """
                                {"undeterminedRegulators": {"totalCount": 0, "nodes": []}}""");
                    })
                    .seenBy(OTHER_TOWN_OFFICER),
            byId(
                            "post",
                            ALL_BUT_WORKERS,
                            "query($id: ID!) { post(id: $id) { id } }",
                            scene -> DutyScene.LANKAO.post(),
                            """
                    {"post": null}""")
                    .alsoHiddenFrom(TOWN_OFFICER_LANKAO, MANAGER_LANKAO, INTEGRATION_LANKAO, INTEGRATION_LANKAO_NAMES)
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION),
            query(
                            "posts",
                            ALL_BUT_WORKERS,
                            scene -> new Read(
                                    "query($filter: PostFilter) { posts(filter: $filter) { totalCount nodes { id } } }",
                                    Map.of("filter", Map.of("jurisdiction", Scene.COUNTY, "kind", "DEPUTY_HEAD")),
                                    DutyScene.LANKAO.post(),
                                    """
                                    {"posts": {"totalCount": 0, "nodes": []}}"""))
                    .alsoHiddenFrom(TOWN_OFFICER_LANKAO, MANAGER_LANKAO, INTEGRATION_LANKAO, INTEGRATION_LANKAO_NAMES)
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION),
            byId(
                            "dutyPerformance",
                            AUTHORITIES_AND_DEPARTMENTS,
                            "query($id: ID!) { dutyPerformance(id: $id) { id } }",
                            scene -> DutyScene.LANKAO.recorded(),
                            """
                    {"dutyPerformance": null}""")
                    .alsoHiddenFrom(TOWN_OFFICER_LANKAO, DEPARTMENT_LANKAO, FIRE_LANKAO, GENERAL_LANKAO),
            query("dutyPerformances", AUTHORITIES_AND_DEPARTMENTS, scene -> {
                        String performance = DutyScene.LANKAO.recorded();
                        return new Read(
                                "query($filter: DutyPerformanceFilter) { dutyPerformances(filter: $filter, first: 100)"
                                        + " { totalCount nodes { id } } }",
                                Map.of("filter", Map.of("postId", DutyScene.LANKAO.post())),
                                performance,
                                """
                                {"dutyPerformances": {"totalCount": 0, "nodes": []}}""");
                    })
                    .alsoHiddenFrom(TOWN_OFFICER_LANKAO, DEPARTMENT_LANKAO, FIRE_LANKAO, GENERAL_LANKAO),
            byId(
                            "campaign",
                            EnumSet.complementOf(EnumSet.of(ENTERPRISE_MANAGER, ENTERPRISE_WORKER)),
                            "query($id: ID!) { campaign(id: $id) { id } }",
                            scene -> CampaignScene.LANKAO.approved(),
                            """
                    {"campaign": null}""")
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION, OTHER_TOWN_OFFICER),
            query(
                            "campaignProgress",
                            EnumSet.complementOf(EnumSet.of(ENTERPRISE_MANAGER, ENTERPRISE_WORKER)),
                            scene -> new Read(
                                    "query($id: ID!) { campaignProgress(id: $id) { visits } }",
                                    Map.of("id", CampaignScene.LANKAO.approved()),
                                    "visits",
                                    """
                    {"campaignProgress": null}"""))
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION, OTHER_TOWN_OFFICER),
            // Before the register began: of the county, or of the caller's own town in it.
            query(
                            "responsibilityGaps",
                            EnumSet.of(CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER, AUDITOR),
                            scene -> new Read(
                                    "{ responsibilityGaps(jurisdiction: \"410225000000\", on: \"2020-01-01\") { kind } }",
                                    Map.of(),
                                    "POST_VACANT",
                                    """
                    {"responsibilityGaps": []}"""))
                    .seenBy(OTHER_TOWN_OFFICER),
            // A campaign is seen in the whole county that it targets, and by all departments of its own area.
            query("campaigns", EnumSet.complementOf(EnumSet.of(ENTERPRISE_MANAGER, ENTERPRISE_WORKER)), scene -> {
                        String campaign = scene.campaign(OFFICER_LANKAO, "ROUTINE", List.of(Scene.COUNTY));
                        return new Read(
                                "{ campaigns(first: 100, kind: ROUTINE) { nodes { id } } }", Map.of(), campaign, """
                                {"campaigns": {"nodes": []}}""");
                    })
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION, OTHER_TOWN_OFFICER));

    static final List<Operation> MUTATIONS = List.of(
            change(
                    "reportHazard",
                    EnumSet.of(
                            CITY_OFFICER,
                            COUNTY_OFFICER,
                            DEPARTMENT_OFFICER,
                            ENTERPRISE_MANAGER,
                            ENTERPRISE_WORKER,
                            INTEGRATION),
                    "ReportHazardInput",
                    scene -> Map.of(
                            "enterpriseId", scene.enterprise(), "title", "灭火器失压", "category", "FIRE_FACILITIES")),
            change(
                    "confirmHazard",
                    OFFICERS,
                    "ConfirmHazardInput",
                    scene -> Map.of("id", scene.reported(), "grade", "GENERAL")),
            change(
                    "correctHazard",
                    EnumSet.of(
                            CITY_OFFICER,
                            COUNTY_OFFICER,
                            DEPARTMENT_OFFICER,
                            ENTERPRISE_MANAGER,
                            ENTERPRISE_WORKER,
                            INTEGRATION),
                    "CorrectHazardInput",
                    scene -> Map.of("id", scene.reportedBy(WORKER_LANKAO), "title", "灭火器过期", "reason", "写错")),
            change("rejectHazard", OFFICERS, "HazardReasonInput", scene -> because(scene.reported())),
            change(
                    "contestHazardRejection",
                    EnumSet.of(
                            CITY_OFFICER,
                            COUNTY_OFFICER,
                            DEPARTMENT_OFFICER,
                            ENTERPRISE_MANAGER,
                            ENTERPRISE_WORKER,
                            INTEGRATION),
                    "HazardReasonInput",
                    scene -> because(scene.rejected(WORKER_LANKAO))),
            change(
                    "markDuplicateHazard",
                    OFFICERS,
                    "MarkDuplicateHazardInput",
                    scene -> Map.of("id", scene.reported(), "duplicateOfId", scene.reported(), "reason", "同一处")),
            change(
                    "escalateHazardGrade",
                    OFFICERS,
                    "EscalateHazardGradeInput",
                    scene -> Map.of(
                            "id",
                            scene.confirmed(),
                            "reason",
                            "未经考核合格上岗",
                            "clause",
                            Map.of("standard", "CHEM-2026", "clause", "5.1.1"))),
            change(
                    "lowerHazardGrade",
                    EnumSet.of(CITY_LEADER, CITY_OFFICER),
                    "LowerHazardGradeInput",
                    scene -> Map.of("id", scene.major(), "reason", "经专家复核", "document", "汴安委〔2026〕12号")),
            change(
                    "planHazardRectification",
                    OFFICERS_AND_MANAGER,
                    "PlanHazardRectificationInput",
                    scene -> Map.of("id", scene.major(), "interimMeasures", "停产撤人")),
            change(
                    "fixHazardOnSite",
                    OFFICERS,
                    "FixHazardOnSiteInput",
                    scene -> Map.of("id", scene.confirmedWithPhotos(), "measures", "当场清理")),
            // An enterprise closes by itself what it found itself, and nothing else.
            change("closeHazard", OFFICERS_AND_MANAGER, "CloseHazardInput", scene -> Map.of("id", scene.reviewing()))
                    .refusedTo(MANAGER_LANKAO),
            change("reopenHazard", OFFICERS, "HazardReasonInput", scene -> because(scene.closed())),
            change("keepEnterprisePost", MANAGER, "KeepEnterprisePostInput", scene -> PostScene.LANKAO.unkept()),
            change(
                    "reviseEnterprisePost",
                    MANAGER,
                    "ReviseEnterprisePostInput",
                    scene -> Map.of(
                            "id", PostScene.LANKAO.post(), "scope", "灌装线 " + UUID.randomUUID(), "standard", "点检率100%")),
            change(
                    "assessEnterprisePost",
                    MANAGER,
                    "AssessEnterprisePostInput",
                    scene -> Map.of(
                            "id",
                            PostScene.LANKAO.post(),
                            "result",
                            "QUALIFIED",
                            "from",
                            Scene.TODAY.minusDays(30).toString(),
                            "to",
                            Scene.TODAY.toString())),
            change(
                    "endEnterprisePost",
                    MANAGER,
                    "EndEnterprisePostInput",
                    scene -> Map.of("id", PostScene.LANKAO.post())),
            change("schedulePostCheck", MANAGER, "SchedulePostCheckInput", scene -> PostScene.LANKAO.toSchedule("DAY")),
            change(
                    "recordPostCheck",
                    OF_ENTERPRISE,
                    "RecordPostCheckInput",
                    scene -> Map.of("checkId", PostScene.LANKAO.check(), "result", "ALL_RIGHT")),
            change("stopPostCheck", MANAGER, "StopPostCheckInput", scene -> Map.of("id", PostScene.LANKAO.check())),
            // Each reports to the own enterprise: there is no other to be named.
            change("quickReport", OF_ENTERPRISE, "QuickReportInput", scene -> Map.of("words", "法兰渗漏"))
                    .seenBy(MANAGER_QIXIAN, WORKER_QIXIAN),
            change("receiveReport", MANAGER, "ReceiveReportInput", scene -> Map.of("id", PostScene.LANKAO.reported())),
            change(
                    "answerReport",
                    MANAGER,
                    "AnswerReportInput",
                    scene -> PostScene.answer(PostScene.LANKAO.reported())),
            change(
                    "escalateReport",
                    OF_ENTERPRISE,
                    "EscalateReportInput",
                    scene -> Map.of("id", PostScene.LANKAO.unanswered())),
            change(
                    "rewardReport",
                    MANAGER,
                    "RewardReportInput",
                    scene -> PostScene.reward(PostScene.LANKAO.verified())),
            change("announceDraw", OFFICERS, "AnnounceDrawInput", scene -> {
                        DrawScene.LANKAO.drawn(1);
                        Map<String, Object> input = DrawScene.LANKAO.announcement(1);
                        input.put("jurisdiction", Scene.TOWN);
                        return input;
                    })
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION),
            overDraw(
                    "witnessDraw",
                    "WitnessDrawInput",
                    scene -> DrawScene.published(new DrawScene(OFFICER_LANKAO_2).known(1))),
            ofDraw("drawVisits", "DrawVisitsInput", scene -> DrawScene.revealed(DrawScene.LANKAO.ready(1))),
            overDraw("cancelDraw", "CancelDrawInput", scene -> because(DrawScene.LANKAO.announced(1))),
            ofDraw("linkDrawnVisit", "LinkDrawnVisitInput", scene -> DrawScene.LANKAO.visit(DrawScene.LANKAO.drawn(1))),
            ofDraw(
                    "explainDrawnVisit",
                    "ExplainDrawnVisitInput",
                    scene -> DrawScene.LANKAO.explanation(DrawScene.LANKAO.drawn(1))),
            ofDraw("publishDraw", "PublishDrawInput", scene -> Map.of("id", DrawScene.LANKAO.visited())),
            change("createLookBack", OFFICERS, "CreateLookBackInput", scene -> {
                        DrawScene.LANKAO.check(DrawScene.closedMajor());
                        return DrawScene.lookBack();
                    })
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION),
            overDraw("witnessLookBack", "WitnessLookBackInput", scene -> {
                DrawScene.closedMajor();
                return DrawScene.published(new DrawScene(OFFICER_LANKAO_2).lookBackKnown(DrawScene.lookBack()));
            }),
            ofDraw("drawLookBack", "DrawLookBackInput", scene -> DrawScene.revealed(DrawScene.LANKAO.lookBackReady())),
            overDraw("cancelLookBack", "CancelLookBackInput", scene -> {
                DrawScene.closedMajor();
                return because(DrawScene.LANKAO.lookBackAnnounced(DrawScene.lookBack()));
            }),
            change(
                    "recordLookBack",
                    OFFICERS,
                    "RecordLookBackInput",
                    scene -> Map.of("id", pendingCheck(scene), "held", false, "note", "现场核查")),
            change(
                    "draftEvidenceReel",
                    OFFICERS,
                    "DraftEvidenceReelInput",
                    scene -> ReelScene.input(List.of(scene.photo(scene.confirmed())), Scene.TODAY)),
            ofDraw("arrangeEvidenceReel", "ArrangeEvidenceReelInput", scene -> {
                String photo = scene.photo(scene.confirmed());
                Map<String, Object> input = ReelScene.input(List.of(photo), Scene.TODAY);
                input.put("id", ReelScene.LANKAO.drafted(photo));
                return input;
            }),
            ofDraw(
                    "showEvidenceReel",
                    "ShowEvidenceReelInput",
                    scene -> Map.of("id", ReelScene.LANKAO.drafted(scene.photo(scene.confirmed())))),
            change(
                    "transferHazard",
                    OFFICERS,
                    "TransferHazardInput",
                    scene -> TransferScene.input(scene.confirmed(), "ORDINARY", TransferScene.FIRE)),
            change(
                    "acceptTransfer",
                    OFFICERS,
                    "AcceptTransferInput",
                    scene -> Map.of(
                            "id",
                            TransferScene.sent(OFFICER_LANKAO, scene.confirmed(), "ORDINARY", TransferScene.FIRE))),
            change(
                    "rejectTransfer",
                    OFFICERS,
                    "RejectTransferInput",
                    scene -> because(
                            TransferScene.sent(OFFICER_LANKAO, scene.confirmed(), "ORDINARY", TransferScene.FIRE))),
            change(
                            "arbitrateTransfer",
                            AUTHORS,
                            "ArbitrateTransferInput",
                            scene -> Map.of(
                                    "id",
                                    TransferScene.awaitingArbitration(),
                                    "handler",
                                    TransferScene.FIRE,
                                    "reason",
                                    "按职责分工"))
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            change(
                    "endJointWork",
                    OFFICERS,
                    "EndJointWorkInput",
                    scene -> Map.of(
                            "id", TransferScene.sent(OFFICER_LANKAO, scene.confirmed(), "JOINT", TransferScene.FIRE))),
            change(
                    "decideCrimeTransfer",
                    EnumSet.of(CITY_LEADER, COUNTY_LEADER),
                    "DecideCrimeTransferInput",
                    scene -> Map.of(
                            "id", TransferScene.proposed(scene.confirmed()), "approved", true, "reason", "涉嫌犯罪")),
            change(
                    "deliverCrimeTransfer",
                    OFFICERS,
                    "DeliverCrimeTransferInput",
                    scene -> Map.of("id", TransferScene.approved(scene.confirmed()), "receipt", "1")),
            change("reconsiderCrimeTransfer", OFFICERS, "ReconsiderCrimeTransferInput", scene -> {
                String transfer = TransferScene.delivered(scene.confirmed());
                TransferScene.reject(TestCaller.POLICE_LANKAO, transfer).accepted();
                return because(transfer);
            }),
            change(
                            "preserveThings",
                            OFFICERS,
                            "PreserveThingsInput",
                            scene -> PaperScene.LANKAO.preservation(PaperScene.LANKAO.visit()))
                    .alsoHiddenFrom(FIRE_LANKAO),
            change(
                            "approvePreservation",
                            EnumSet.of(CITY_LEADER, COUNTY_LEADER),
                            "ApprovePreservationInput",
                            scene -> Map.of("id", PaperScene.LANKAO.registered()))
                    .alsoHiddenFrom(FIRE_LANKAO),
            change(
                            "refusePreservation",
                            EnumSet.of(CITY_LEADER, COUNTY_LEADER),
                            "RefusePreservationInput",
                            scene -> because(PaperScene.LANKAO.registered()))
                    .alsoHiddenFrom(FIRE_LANKAO),
            change(
                            "decidePreservedThings",
                            RECORDERS,
                            "DecidePreservedThingsInput",
                            scene -> PaperScene.decision(PaperScene.LANKAO.preserved(), 1, "RETURN"))
                    .alsoHiddenFrom(FIRE_LANKAO),
            change(
                            "releaseLapsedPreservation",
                            RECORDERS,
                            "ReleaseLapsedPreservationInput",
                            scene -> Map.of("id", PaperScene.LANKAO.lapsed()))
                    .alsoHiddenFrom(FIRE_LANKAO),
            change("issuePaper", OFFICERS, "IssuePaperInput", scene -> PaperScene.LANKAO.notice()),
            change("servePaper", OFFICERS, "ServePaperInput", scene -> PaperScene.service(issuedNotice())),
            change(
                    "signPaperReceipt",
                    EnumSet.of(ENTERPRISE_MANAGER),
                    "SignPaperReceiptInput",
                    scene -> Map.of("id", servedNotice())),
            change("recordPaperRefusal", OFFICERS, "RecordPaperRefusalInput", scene -> because(servedNotice())),
            change("withdrawPaper", OFFICERS, "WithdrawPaperInput", scene -> because(issuedNotice())),
            change("resumeWork", OFFICERS, "ResumeWorkInput", scene -> Map.of("id", PaperScene.LANKAO.examinedStop()))
                    .alsoHiddenFrom(FIRE_LANKAO),
            change(
                            "createCampaign",
                            EnumSet.of(CITY_OFFICER, COUNTY_OFFICER),
                            "CreateCampaignInput",
                            scene -> Scene.campaignInput("ROUTINE", List.of(Scene.COUNTY)))
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            change(
                    "approveCampaign",
                    EnumSet.of(CITY_LEADER, COUNTY_LEADER),
                    "ApproveCampaignInput",
                    scene -> CampaignScene.approval(CampaignScene.LANKAO.drafted())),
            change(
                            "enterCampaignPhase",
                            EnumSet.of(CITY_OFFICER, COUNTY_OFFICER),
                            "EnterCampaignPhaseInput",
                            scene -> Map.of("id", CampaignScene.LANKAO.approved(), "phase", "ENFORCEMENT"))
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            change(
                            "addCampaignTargets",
                            EnumSet.of(CITY_OFFICER, COUNTY_OFFICER),
                            "AddCampaignTargetsInput",
                            scene -> Map.of(
                                    "id",
                                    new CampaignScene(
                                                    OFFICER_LANKAO,
                                                    TestCaller.COUNTY_LEADER_LANKAO,
                                                    List.of(Scene.TOWN))
                                            .approved(),
                                    "targetJurisdictions",
                                    List.of(Scene.COUNTY),
                                    "reason",
                                    "x"))
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            change(
                            "archiveCampaign",
                            EnumSet.of(CITY_OFFICER, COUNTY_OFFICER),
                            "ArchiveCampaignInput",
                            scene -> Map.of("id", CampaignScene.LANKAO.inSummary()))
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            change(
                    "urge",
                    EnumSet.of(CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER, DEPARTMENT_OFFICER),
                    "UrgeInput",
                    scene -> Map.of("id", DeadlineScene.of(assignedHazard(scene)), "note", DeadlineScene.NOTE)),
            change(
                    "acknowledgeDeadlineEvent",
                    EnumSet.of(
                            CITY_LEADER,
                            CITY_OFFICER,
                            COUNTY_LEADER,
                            COUNTY_OFFICER,
                            DEPARTMENT_OFFICER,
                            ENTERPRISE_MANAGER),
                    "AcknowledgeDeadlineEventInput",
                    scene -> Map.of("id", DeadlineScene.reached(assignedHazard(scene)))),
            change("changeRule", EnumSet.of(CITY_LEADER), "ChangeRuleInput", scene -> RuleScene.change()),
            change("changeLadder", EnumSet.of(CITY_LEADER), "ChangeLadderInput", scene -> LadderScene.change()),
            change(
                            "withdrawLadderChange",
                            EnumSet.of(CITY_LEADER),
                            "WithdrawLadderChangeInput",
                            scene -> because(LadderScene.changed()))
                    .seenBy(MatrixCallers.OUTSIDE.toArray(TestCaller[]::new)),
            change(
                            "withdrawRuleChange",
                            EnumSet.of(CITY_LEADER),
                            "WithdrawRuleChangeInput",
                            scene -> because(RuleScene.changed()))
                    .seenBy(MatrixCallers.OUTSIDE.toArray(TestCaller[]::new)),
            change(
                            "draftBulletin",
                            AUTHORS,
                            "DraftBulletinInput",
                            scene -> BulletinScene.content(List.of("KF-410225-EM"), false))
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            change("reviseBulletin", AUTHORS, "ReviseBulletinInput", scene -> {
                        Map<String, Object> input = BulletinScene.content(List.of(Scene.TOWN), false);
                        input.put("id", BulletinScene.LANKAO.drafted(List.of(Scene.TOWN), false));
                        return input;
                    })
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            change(
                            "drawUpDailyReport",
                            EnumSet.of(CITY_OFFICER, COUNTY_OFFICER),
                            "DrawUpDailyReportInput",
                            scene -> Map.of("day", DailyReportScene.day()))
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER)
                    .seenBy(MatrixCallers.OUTSIDE.toArray(TestCaller[]::new)),
            change(
                    "signDailyReport",
                    EnumSet.of(COUNTY_LEADER),
                    "SignDailyReportInput",
                    scene -> DailyReportScene.LANKAO.signature(DailyReportScene.LANKAO.drawn())),
            change(
                    "issueDailyReport",
                    EnumSet.of(CITY_LEADER),
                    "IssueDailyReportInput",
                    scene -> Map.of("id", DailyReportScene.CITY.drawn())),
            change(
                    "signBulletin",
                    EnumSet.of(CITY_LEADER, COUNTY_LEADER),
                    "BulletinInput",
                    scene -> Map.of("id", BulletinScene.LANKAO.drafted(List.of(Scene.TOWN), false))),
            change(
                            "publishBulletin",
                            AUTHORS,
                            "BulletinInput",
                            scene -> Map.of("id", BulletinScene.LANKAO.signed(List.of(Scene.TOWN), false)))
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            change(
                            "receiveBulletin",
                            ADDRESSEES,
                            "ReceiveBulletinInput",
                            scene -> Map.of("id", BulletinScene.LANKAO.delivery(Scene.TOWN)))
                    .alsoHiddenFrom(DEPARTMENT_LANKAO, FIRE_LANKAO, GENERAL_LANKAO),
            change("answerBulletin", ADDRESSEES, "AnswerBulletinInput", scene -> {
                        String delivery = BulletinScene.LANKAO.delivery(Scene.TOWN);
                        Scene.run(
                                TOWN_OFFICER_LANKAO, "receiveBulletin", "ReceiveBulletinInput", Map.of("id", delivery));
                        return Map.of("id", delivery, "feedback", "已整改");
                    })
                    .alsoHiddenFrom(DEPARTMENT_LANKAO, FIRE_LANKAO, GENERAL_LANKAO),
            supervision("planSupervision", "PlanSupervisionInput", scene -> SupervisionScene.TOWN.plan())
                    .seenBy(OFFICER_QIXIAN),
            supervision(
                    "notifySupervision",
                    "SupervisionInput",
                    scene -> Map.of("id", SupervisionScene.TOWN.planned(Map.of("announced", true)))),
            supervision("startSupervision", "SupervisionInput", scene -> Map.of("id", SupervisionScene.TOWN.planned())),
            supervision("recordSupervisionFinding", "RecordSupervisionFindingInput", scene -> {
                String visit = SupervisionScene.TOWN.started();
                return Map.of(
                        "visitId",
                        visit,
                        "itemId",
                        SupervisionScene.TOWN.items(visit).getFirst(),
                        "result",
                        "COMPLIANT");
            }),
            supervision(
                    "finishSupervisionRecord",
                    "SupervisionInput",
                    scene -> Map.of("id", SupervisionScene.TOWN.answered())),
            change(
                            "signSupervision",
                            ADDRESSEES,
                            "SupervisionInput",
                            scene -> Map.of("id", SupervisionScene.TOWN.awaitingSignature()))
                    .alsoHiddenFrom(DEPARTMENT_LANKAO, FIRE_LANKAO, GENERAL_LANKAO),
            supervision(
                    "recordSupervisionRefusal",
                    "SupervisionReasonInput",
                    scene -> because(SupervisionScene.TOWN.awaitingSignature())),
            supervision(
                    "completeSupervision", "SupervisionInput", scene -> Map.of("id", SupervisionScene.TOWN.withItem())),
            supervision(
                    "cancelSupervision", "SupervisionReasonInput", scene -> because(SupervisionScene.TOWN.planned())),
            supervision(
                    "abortSupervision", "SupervisionReasonInput", scene -> because(SupervisionScene.TOWN.started())),
            supervision(
                    "issueSupervisionItem",
                    "IssueSupervisionItemInput",
                    scene -> SupervisionScene.TOWN.item(SupervisionScene.TOWN.signed())),
            change(
                            "answerSupervisionItem",
                            ADDRESSEES,
                            "AnswerSupervisionItemInput",
                            scene -> Map.of("id", SupervisionScene.TOWN.issued(), "response", "已整改"))
                    .alsoHiddenFrom(DEPARTMENT_LANKAO, FIRE_LANKAO, GENERAL_LANKAO),
            supervision(
                    "acceptSupervisionItem",
                    "AcceptSupervisionItemInput",
                    scene -> Map.of("id", SupervisionScene.TOWN.answeredItem())),
            supervision(
                    "returnSupervisionItem",
                    "ReturnSupervisionItemInput",
                    scene -> because(SupervisionScene.TOWN.answeredItem())),
            change("draftDirective", AUTHORS, "DraftDirectiveInput", scene -> DirectiveScene.TOWN.content())
                    .seenBy(OFFICER_QIXIAN)
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            draft("reviseDirective", "ReviseDirectiveInput", scene -> {
                Map<String, Object> input = DirectiveScene.TOWN.content();
                input.put("conference", "全县安全生产工作例会");
                input.put("id", DirectiveScene.TOWN.drafted());
                return input;
            }),
            draft("issueDirective", "IssueDirectiveInput", scene -> Map.of("id", DirectiveScene.TOWN.drafted())),
            directive("withdrawDirective", "WithdrawDirectiveInput", scene -> because(DirectiveScene.TOWN.issued())),
            change(
                            "respondToDirective",
                            ADDRESSEES,
                            "RespondToDirectiveInput",
                            scene -> Map.of("id", DirectiveScene.TOWN.issuedItem(), "response", "已完成排查"))
                    .alsoHiddenFrom(DEPARTMENT_LANKAO, FIRE_LANKAO, GENERAL_LANKAO),
            directive(
                    "acceptDirectiveResponse",
                    "AcceptDirectiveResponseInput",
                    scene -> Map.of("id", DirectiveScene.TOWN.answeredItem())),
            directive(
                    "returnDirectiveItem",
                    "ReturnDirectiveItemInput",
                    scene -> because(DirectiveScene.TOWN.answeredItem())),
            directive(
                    "withdrawDirectiveItem",
                    "WithdrawDirectiveItemInput",
                    scene -> because(DirectiveScene.TOWN.issuedItem())),
            change(
                            "setCampaignDuty",
                            EnumSet.of(CITY_OFFICER, COUNTY_OFFICER),
                            "SetCampaignDutyInput",
                            scene -> CampaignDutyScene.roster(CampaignScene.LANKAO.approved(), Scene.TODAY))
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            change(
                            "formCampaignGroup",
                            EnumSet.of(CITY_OFFICER, COUNTY_OFFICER),
                            "FormCampaignGroupInput",
                            scene -> CampaignGroupScene.LANKAO.plan(CampaignScene.LANKAO.approved()))
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            change(
                            "changeCampaignGroupMembers",
                            EnumSet.of(CITY_OFFICER, COUNTY_OFFICER),
                            "ChangeCampaignGroupMembersInput",
                            scene -> CampaignGroupScene.LANKAO.changed(
                                    CampaignGroupScene.LANKAO.formed(CampaignScene.LANKAO.approved())))
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            change(
                            "endCampaignGroup",
                            EnumSet.of(CITY_OFFICER, COUNTY_OFFICER),
                            "EndCampaignGroupInput",
                            scene -> because(CampaignGroupScene.LANKAO.formed(CampaignScene.LANKAO.approved())))
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            change(
                            "recordCampaignDuty",
                            AUTHORS_AND_DEPARTMENTS,
                            "RecordCampaignDutyInput",
                            scene -> CampaignDutyScene.record(
                                    CampaignDutyScene.set(CampaignScene.LANKAO.approved(), Scene.TODAY), 0))
                    .seenBy(OTHER_TOWN_OFFICER, DEPARTMENT_CITY_CONSTRUCTION),
            change(
                            "assignResponsibility",
                            EnumSet.of(CITY_OFFICER, COUNTY_OFFICER),
                            "AssignResponsibilityInput",
                            scene -> Map.of(
                                    "party",
                                    "ENTERPRISE_MAIN",
                                    "jurisdiction",
                                    Scene.TOWN,
                                    "enterpriseId",
                                    scene.enterprise(),
                                    "personId",
                                    scene.manager(),
                                    "validFrom",
                                    LocalDate.of(2090, 1, 1).toString()))
                    .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER),
            change("registerSite", OFFICERS, "RegisterSiteInput", scene -> SiteScene.LANKAO.registration()),
            change(
                    "correctSite",
                    OFFICERS,
                    "CorrectSiteInput",
                    scene -> SiteScene.of(SiteScene.LANKAO.registered(), SiteScene.place("园区"))),
            change(
                    "addSiteUnit",
                    OFFICERS,
                    "AddSiteUnitInput",
                    scene -> SiteScene.of(
                            SiteScene.LANKAO.named(),
                            SiteScene.LANKAO.unit(SiteScene.LANKAO.landlord(), "LANDLORD", 10))),
            change(
                    "endSiteUnit",
                    OFFICERS,
                    "EndSiteUnitInput",
                    scene -> SiteScene.of(
                            SiteScene.LANKAO.registered(), SiteScene.LANKAO.ending(SiteScene.LANKAO.tenant(), 0))),
            change(
                    "nameMainUnit",
                    OFFICERS,
                    "NameMainUnitInput",
                    scene -> SiteScene.of(
                            SiteScene.LANKAO.registered(), SiteScene.LANKAO.naming(SiteScene.LANKAO.tenant(), 0))),
            change("closeSite", OFFICERS, "CloseSiteInput", scene -> Map.of("id", SiteScene.LANKAO.left())),
            change(
                    "decideRegulator",
                    EnumSet.of(CITY_LEADER, COUNTY_LEADER),
                    "DecideRegulatorInput",
                    scene -> RegulatorScene.LANKAO.ruling()),
            // A city's department sees the people of all counties, and records for its own alone.
            change("recordDuty", RECORDERS, "RecordDutyInput", scene -> DutyScene.LANKAO.performed())
                    .alsoHiddenFrom(TOWN_OFFICER_LANKAO)
                    .seenBy(DEPARTMENT_CITY_CONSTRUCTION),
            change("withdrawDuty", RECORDERS, "WithdrawDutyInput", scene -> because(DutyScene.LANKAO.recorded()))
                    .alsoHiddenFrom(TOWN_OFFICER_LANKAO, DEPARTMENT_LANKAO, FIRE_LANKAO, GENERAL_LANKAO),
            change("draftCheckPlan", OFFICERS, "DraftCheckPlanInput", scene -> {
                Map<String, Object> draft = CheckPlanScene.draft();
                draft.put("targetIds", List.of(scene.enterprise()));
                return draft;
            }),
            change(
                    "approveCheckPlan",
                    EnumSet.of(CITY_LEADER, COUNTY_LEADER),
                    "ApproveCheckPlanInput",
                    scene -> CheckPlanScene.approval(CheckPlanScene.drafted())),
            change(
                    "publishVisitStatistics",
                    EnumSet.of(CITY_LEADER, COUNTY_LEADER),
                    "PublishVisitStatisticsInput",
                    scene -> VisitEditionScene.unpublished()),
            ofDraw(
                    "publishCheckPlan",
                    "PublishCheckPlanInput",
                    scene -> CheckPlanScene.publication(CheckPlanScene.approved())),
            // An enterprise plans its own self-checks only: it names the target of no visit, be it itself or another.
            change(
                            "planInspection",
                            OFFICERS_AND_MANAGER,
                            "PlanInspectionInput",
                            scene -> Map.of(
                                    "kind", "ASSISTANCE",
                                    "enterpriseId", scene.enterprise(),
                                    "checklistId", scene.checklist(),
                                    "plannedOn", Scene.TODAY.toString()))
                    .alsoHiddenFrom(MANAGER_LANKAO, FIRE_LANKAO, OFFICE_LANKAO),
            visit(
                    "assignInspectionOfficers",
                    OFFICERS,
                    "AssignInspectionOfficersInput",
                    scene -> Map.of(
                            "id",
                            scene.planned(Map.of("kind", "ASSISTANCE", "officerIds", List.of())),
                            "officerIds",
                            List.of(scene.manager()))),
            visit(
                    "notifyInspection",
                    OFFICERS,
                    "InspectionInput",
                    scene -> Map.of("id", scene.planned(Map.of("announced", true)))),
            visit(
                            "startInspection",
                            OFFICERS_AND_MANAGER,
                            "StartInspectionInput",
                            scene -> Loop.start(scene.unannounced()))
                    .alsoHiddenFrom(MANAGER_LANKAO),
            visit(
                    "approveInspection",
                    EnumSet.of(CITY_LEADER, COUNTY_LEADER),
                    "ApproveInspectionInput",
                    scene -> Map.of("id", scene.pending(), "document", "兰应急〔2026〕3号")),
            visit(
                    "refuseInspectionApproval",
                    EnumSet.of(CITY_LEADER, COUNTY_LEADER),
                    "RefuseInspectionApprovalInput",
                    scene -> because(scene.pending())),
            visit("excludeInspectionOfficer", OFFICERS, "ExcludeInspectionOfficerInput", scene -> {
                String officer = scene.officerOfTownTwo();
                return Map.of(
                        "id",
                        scene.planned(Map.of("kind", "ASSISTANCE", "officerIds", List.of(officer))),
                        "personId",
                        officer,
                        "reason",
                        "亲属在该企业任职");
            }),
            visit(
                    "mergeInspection",
                    OFFICERS,
                    "MergeInspectionInput",
                    scene -> Map.of("id", scene.pending(), "intoId", scene.plannedByTheCity())),
            visit("partInspection", OFFICERS, "PartInspectionInput", scene -> Map.of("id", scene.merged())),
            visit("readmitInspectionOfficer", OFFICERS, "ReadmitInspectionOfficerInput", Scene::readmission),
            visit(
                    "excludeInspectionCompanion",
                    OFFICERS,
                    "ExcludeInspectionCompanionInput",
                    scene -> Map.of("id", scene.accompanied(), "number", 1, "reason", "曾为该企业提供评价服务")),
            visit(
                    "askRecusal",
                    EnumSet.of(ENTERPRISE_MANAGER),
                    "AskRecusalInput",
                    scene -> RecusalScene.request(scene.started())),
            visit(
                    "decideRecusal",
                    EnumSet.of(CITY_LEADER, COUNTY_LEADER),
                    "DecideRecusalInput",
                    scene -> RecusalScene.decision(RecusalScene.asked(), false)),
            visit(
                    "replaceInspectionOfficer",
                    OFFICERS,
                    "ReplaceInspectionOfficerInput",
                    scene -> Map.of("id", RecusalScene.awaitingOfficer(), "personId", RecusalScene.substitute())),
            visit(
                    "noteInspectionRefusal",
                    EnumSet.of(CITY_LEADER, COUNTY_LEADER),
                    "NoteInspectionRefusalInput",
                    scene -> Map.of("id", RecusalScene.brokenOff())),
            // A code is one of the visit's officers and of its target only: whoever else has it learns nothing by it.
            visit(
                            "confirmInspectionEntry",
                            EnumSet.of(
                                    CITY_OFFICER,
                                    COUNTY_OFFICER,
                                    DEPARTMENT_OFFICER,
                                    ENTERPRISE_MANAGER,
                                    ENTERPRISE_WORKER),
                            "ConfirmInspectionEntryInput",
                            scene -> Map.of("code", scene.entryCode(scene.unannounced())))
                    .alsoHiddenFrom(
                            TestCaller.CITY_OFFICER,
                            OFFICE_LANKAO,
                            TOWN_OFFICER_LANKAO,
                            DEPARTMENT_LANKAO,
                            GENERAL_LANKAO),
            visit(
                    "rateInspection",
                    EnumSet.of(ENTERPRISE_MANAGER),
                    "RateInspectionInput",
                    scene -> Map.of("id", scene.signed(), "score", 4)),
            // The enterprise sees the visit once it started, and conducts no visit but its own self-checks.
            visit("recordFinding", OFFICERS_AND_MANAGER, "RecordFindingInput", scene -> {
                        String inspection = scene.started();
                        return Map.of(
                                "inspectionId",
                                inspection,
                                "itemId",
                                scene.items(inspection).getFirst(),
                                "result",
                                "COMPLIANT");
                    })
                    .refusedTo(MANAGER_LANKAO),
            conduct("finishInspectionRecord", Scene::answered),
            visit(
                    "signInspection",
                    OFFICERS_AND_MANAGER,
                    "SignInspectionInput",
                    scene -> Map.of("id", scene.awaitingSignature())),
            conduct("issueInspectionFindings", Scene::signed),
            conduct("followUpInspection", Scene::withIssuedFindings),
            conduct("completeInspection", Scene::withIssuedFindings),
            visit(
                            "cancelInspection",
                            EnumSet.of(
                                    CITY_LEADER,
                                    CITY_OFFICER,
                                    COUNTY_LEADER,
                                    COUNTY_OFFICER,
                                    DEPARTMENT_OFFICER,
                                    ENTERPRISE_MANAGER),
                            "EndInspectionInput",
                            scene -> because(scene.unannounced()))
                    .alsoHiddenFrom(MANAGER_LANKAO),
            visit(
                            "rescheduleInspection",
                            OFFICERS_AND_MANAGER,
                            "RescheduleInspectionInput",
                            scene -> Map.of(
                                    "id",
                                    scene.planned(Map.of("kind", "ASSISTANCE")),
                                    "plannedOn",
                                    Scene.TODAY.plusDays(3).toString(),
                                    "reason",
                                    "暴雨预警"))
                    .alsoHiddenFrom(MANAGER_LANKAO),
            visit("abortInspection", OFFICERS_AND_MANAGER, "EndInspectionInput", scene -> because(scene.started()))
                    .refusedTo(MANAGER_LANKAO),
            change(
                    "assignRectification",
                    OFFICERS,
                    "AssignRectificationInput",
                    scene -> Map.of("hazardId", scene.confirmed(), "requirement", "立即整改")),
            change(
                    "comment",
                    COMMENTERS,
                    "CommentInput",
                    scene -> Map.of("subject", scene.confirmed(), "text", "请补充现场照片", "visibility", "SHARED")),
            change(
                    "assignHazardPerson",
                    EnumSet.of(CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER, DEPARTMENT_OFFICER),
                    "AssignHazardPersonInput",
                    scene -> Map.of(
                            "id",
                            scene.confirmed(),
                            "personId",
                            new Loop().officers(OFFICER_LANKAO).getFirst())),
            change(
                    "assignRectificationPerson",
                    MANAGER,
                    "AssignRectificationPersonInput",
                    scene -> Map.of("id", scene.assignedTask(), "personId", scene.manager())),
            change(
                    "recordHazardNotification",
                    MANAGER,
                    "RecordHazardNotificationInput",
                    scene -> HazardNotificationScene.toWorkers(scene.confirmed())),
            change(
                    "withdrawHazardNotification",
                    MANAGER,
                    "WithdrawHazardNotificationInput",
                    scene -> because(HazardNotificationScene.workersTold(scene.confirmed()))),
            change("recordOffSiteCheck", OFFICERS, "RecordOffSiteCheckInput", scene -> OffSiteScene.look())
                    .alsoHiddenFrom(FIRE_LANKAO, OFFICE_LANKAO),
            visit(
                    "concludeOffSiteCheck",
                    OFFICERS,
                    "ConcludeOffSiteCheckInput",
                    scene -> Map.of("id", OffSiteScene.recorded(), "result", "NOTHING_FOUND")),
            visit(
                    "withdrawOffSiteCheck",
                    OFFICERS,
                    "WithdrawOffSiteCheckInput",
                    scene -> because(OffSiteScene.concluded())),
            change(
                    "withdrawComment",
                    COMMENTERS,
                    "WithdrawCommentInput",
                    scene -> because(commented(scene.confirmed(), "SHARED"))),
            change(
                    "correctRectification",
                    OFFICERS,
                    "CorrectRectificationInput",
                    scene -> Map.of("id", scene.assignedTask(), "requirement", "更换灭火器", "reason", "写错")),
            change(
                    "acceptRectification",
                    EnumSet.of(ENTERPRISE_MANAGER),
                    "RectificationInput",
                    scene -> Map.of("id", scene.assignedTask())),
            change(
                    "startRectification",
                    EnumSet.of(ENTERPRISE_MANAGER, ENTERPRISE_WORKER),
                    "RectificationInput",
                    scene -> Map.of("id", scene.acceptedTask())),
            change(
                    "submitRectification",
                    EnumSet.of(ENTERPRISE_MANAGER),
                    "SubmitRectificationInput",
                    scene -> Map.of("id", scene.startedTask(), "measuresTaken", "已整改")),
            change(
                    "requestExtension",
                    EnumSet.of(ENTERPRISE_MANAGER),
                    "RequestExtensionInput",
                    scene -> Scene.extensionRequest(scene.acceptedTask())),
            change(
                    "decideExtension",
                    EnumSet.of(CITY_LEADER, COUNTY_LEADER),
                    "DecideExtensionInput",
                    scene -> Map.of("id", scene.taskWithExtensionRequest(), "approved", true)),
            change(
                    "reviewRectification",
                    OFFICERS,
                    "ReviewRectificationInput",
                    scene -> Map.of("id", scene.submittedTask(), "passed", true)),
            change(
                    "cancelRectification",
                    OFFICERS,
                    "CancelRectificationInput",
                    scene -> because(scene.assignedTask())));

    private Operations() {}

    private static String assignedHazard(Scene scene) {
        String hazard = scene.confirmed();
        scene.assignedTask(hazard);
        return hazard;
    }

    private static String shownReel(Scene scene) {
        return ReelScene.LANKAO.shown(scene.photo(scene.confirmed()));
    }

    private static String pendingCheck(Scene scene) {
        return DrawScene.LANKAO.check(DrawScene.closedMajor());
    }

    private static Operation ofDraw(String name, String inputType, Function<Scene, Map<String, ?>> input) {
        return change(name, OFFICERS, inputType, input).alsoHiddenFrom(OTHER_AUTHORITIES);
    }

    private static Operation overDraw(String name, String inputType, Function<Scene, Map<String, ?>> input) {
        return change(name, RECORDERS, inputType, input).alsoHiddenFrom(OTHER_AUTHORITIES);
    }

    private static String issuedNotice() {
        return PaperScene.LANKAO.issued(PaperScene.LANKAO.notice());
    }

    private static String servedNotice() {
        return PaperScene.LANKAO.served(PaperScene.LANKAO.notice());
    }

    /** A list of what belongs to the enterprise's trade and to no matter. */
    private static Operation ofEnterprise(String name, String filter, Set<Role> roles, Supplier<String> object) {
        return query(
                        name,
                        roles,
                        scene -> new Read(
                                "query($filter: " + filter + ") { " + name
                                        + "(filter: $filter, first: 100) { totalCount nodes { id } } }",
                                Map.of("filter", Map.of("enterpriseId", scene.enterprise())),
                                object.get(),
                                "{\"" + name + "\": {\"totalCount\": 0, \"nodes\": []}}"))
                .alsoHiddenFrom(FIRE_LANKAO);
    }

    /** For a town, a department and the county's enterprises. */
    private static String publishedBulletin(Scene scene) {
        return BulletinScene.LANKAO.published(List.of(Scene.TOWN, "KF-410225-EM"), true);
    }

    /** By an officer of the county. */
    private static String commented(String subject, String visibility) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "comment",
                        "CommentInput",
                        Map.of("subject", subject, "text", "请补充现场照片", "visibility", visibility),
                        "comment { id }")
                .accepted()
                .text("comment.id");
    }

    private static Map<String, Object> because(String id) {
        return Map.of("id", id, "reason", "现场核查");
    }

    /** Reference data, which says nothing about any enterprise and is read by everybody who is signed in. */
    private static Operation open(String name, String document, String seen) {
        return query(name, EVERYONE, scene -> new Read(document, Map.of(), seen, "null"))
                .seenBy(MatrixCallers.OUTSIDE.toArray(TestCaller[]::new));
    }

    private static Operation byId(
            String name, Set<Role> roles, String document, Function<Scene, String> object, String nothing) {
        return query(name, roles, scene -> {
            String id = object.apply(scene);
            return new Read(document, Map.of("id", id), id, nothing);
        });
    }

    private static Operation byId(
            String name,
            Set<Role> roles,
            String document,
            Function<Scene, String> object,
            String nothing,
            String seen) {
        return query(name, roles, scene -> new Read(document, Map.of("id", object.apply(scene)), seen, nothing));
    }

    /** About a visit that belongs to the enterprise's trade and to no matter. */
    private static Operation visit(
            String name, Set<Role> roles, String inputType, Function<Scene, Map<String, ?>> input) {
        return change(name, roles, inputType, input).alsoHiddenFrom(FIRE_LANKAO);
    }

    private static Operation query(String name, Set<Role> roles, Function<Scene, Request> request) {
        return new Operation(name, roles, Set.copyOf(MatrixCallers.OUTSIDE), Set.of(), request);
    }

    private static Operation change(
            String name, Set<Role> roles, String inputType, Function<Scene, Map<String, ?>> input) {
        return new Operation(
                name,
                roles,
                Set.copyOf(MatrixCallers.OUTSIDE),
                Set.of(),
                scene -> new Change(inputType, input.apply(scene)));
    }

    /** By the county's safety committee's office, about a town, whose officers have no part in it. */
    private static Operation supervision(String name, String inputType, Function<Scene, Map<String, ?>> input) {
        return change(name, EnumSet.of(CITY_OFFICER, COUNTY_OFFICER), inputType, input)
                .refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER);
    }

    /** By the county's safety committee's office or somebody above, about what a town has to do. */
    private static Operation directive(String name, String inputType, Function<Scene, Map<String, ?>> input) {
        return change(name, AUTHORS, inputType, input).refusedTo(TOWN_OFFICER_LANKAO, OTHER_TOWN_OFFICER);
    }

    /** About a directive that nobody but its office sees yet. */
    private static Operation draft(String name, String inputType, Function<Scene, Map<String, ?>> input) {
        return directive(name, inputType, input)
                .alsoHiddenFrom(TestCaller.CITY_LEADER, TestCaller.CITY_OFFICER, COUNTY_LEADER_LANKAO, OFFICER_LANKAO);
    }

    private static Operation conduct(String name, Function<Scene, String> inspection) {
        return visit(name, OFFICERS_AND_MANAGER, "InspectionInput", scene -> Map.of("id", inspection.apply(scene)))
                .refusedTo(MANAGER_LANKAO);
    }
}
