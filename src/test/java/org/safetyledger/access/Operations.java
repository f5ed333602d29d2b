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
import static org.safetyledger.testing.TestCaller.DEPARTMENT_CITY_CONSTRUCTION;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.GENERAL_LANKAO;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO_NAMES;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.TOWN_OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.safetyledger.access.Operation.Request;
import org.safetyledger.access.Operation.Request.Change;
import org.safetyledger.access.Operation.Request.Read;
import org.safetyledger.testing.BulletinScene;
import org.safetyledger.testing.CampaignScene;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;

/**
 * Who may do what, operation by operation: written down a second time, apart from the program, so that a permission
 * that is widened by mistake contradicts it. An operation of the schema that is missing here fails the build.
 */
final class Operations {
    private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);
    private static final Set<Role> ALL_BUT_WORKERS = EnumSet.complementOf(EnumSet.of(ENTERPRISE_WORKER));
    private static final Set<Role> OFFICERS = EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER);
    private static final Set<Role> OFFICERS_AND_MANAGER =
            EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER, ENTERPRISE_MANAGER);

    private static final Set<Role> AUTHORS = EnumSet.of(CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER);
    private static final Set<Role> ADDRESSEES =
            EnumSet.of(CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER, DEPARTMENT_OFFICER);
    private static final TestCaller[] NEITHER_TOWN_NOR_ABOVE = {
        DEPARTMENT_LANKAO, FIRE_LANKAO, GENERAL_LANKAO, MANAGER_LANKAO, WORKER_LANKAO
    };

    static final List<Operation> QUERIES = List.of(
            open("viewer", "{ viewer { subject } }", "subject"),
            open("jurisdiction", "{ jurisdiction(code: \"410225000000\") { name } }", "兰考县"),
            open("jurisdictions", "{ jurisdictions(subtreeOf: \"410225000000\") { nodes { name } } }", "兰考县"),
            open("department", "{ department(code: \"KF-410225-EM\") { name } }", "兰考县应急管理局"),
            open("departments", "{ departments(jurisdiction: \"410225000000\") { nodes { name } } }", "兰考县应急管理局"),
            open("hazardCategories", "{ hazardCategories(matter: \"FIRE\") { nodes { code } } }", "EVACUATION_ROUTE"),
            open("industries", "{ industries(parent: \"C\", first: 30) { nodes { code } } }", "C26"),
            open("keySectors", "{ keySectors { nodes { code } } }", "COAL_MINE"),
            open("matters", "{ matters { nodes { code } } }", "GAS_USE"),
            open("judgementStandards", "{ judgementStandards { nodes { code } } }", "CHEM-2026"),
            open(
                    "judgementClauses",
                    "{ judgementClauses(filter: {standard: \"CHEM-2026\"}) { nodes { number } } }",
                    "5.1.1"),
            open("deadlineRules", "{ deadlineRules(subject: \"CLOSURE\") { nodes { code } } }", "CLOSURE_ANY"),
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
                    .alsoHiddenFrom(MANAGER_LANKAO, FIRE_LANKAO),
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
                            scene -> Map.of("id", scene.unannounced()))
                    .alsoHiddenFrom(MANAGER_LANKAO),
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
            visit("cancelInspection", OFFICERS_AND_MANAGER, "EndInspectionInput", scene -> because(scene.unannounced()))
                    .alsoHiddenFrom(MANAGER_LANKAO),
            visit("abortInspection", OFFICERS_AND_MANAGER, "EndInspectionInput", scene -> because(scene.started()))
                    .refusedTo(MANAGER_LANKAO),
            change(
                    "assignRectification",
                    OFFICERS,
                    "AssignRectificationInput",
                    scene -> Map.of("hazardId", scene.confirmed(), "requirement", "立即整改")),
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

    private static String issuedNotice() {
        return PaperScene.LANKAO.issued(PaperScene.LANKAO.notice());
    }

    private static String servedNotice() {
        return PaperScene.LANKAO.served(PaperScene.LANKAO.notice());
    }

    /** For a town, a department and the county's enterprises. */
    private static String publishedBulletin(Scene scene) {
        return BulletinScene.LANKAO.published(List.of(Scene.TOWN, "KF-410225-EM"), true);
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

    private static Operation conduct(String name, Function<Scene, String> inspection) {
        return visit(name, OFFICERS_AND_MANAGER, "InspectionInput", scene -> Map.of("id", inspection.apply(scene)))
                .refusedTo(MANAGER_LANKAO);
    }
}
