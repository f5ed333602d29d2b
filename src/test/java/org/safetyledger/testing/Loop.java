package org.safetyledger.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.safetyledger.graphql.Times;

/** Takes hazards and inspections through the closed loop over the API. */
public final class Loop {
    /** A clause by which the demo enterprises' hazards may be graded MAJOR today. */
    public static final Map<String, String> MAJOR_CLAUSE = Map.of("standard", "CHEM-2026", "clause", "5.1.1");

    private static final Set<String> OFFICERS = Set.of("豫B-AJ-410225-0001", "豫B-AJ-410225-0002");

    private static final byte[] JPEG_HEAD = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000");

    public String enterpriseId(Bearer caller, String creditCode) {
        return LedgerClient.as(caller)
                .query("query($code: String) { enterprise(creditCode: $code) { id } }", Map.of("code", creditCode))
                .getString("data.enterprise.id");
    }

    public String reportedHazard(Bearer reporter, String creditCode) {
        return LedgerClient.as(reporter)
                .mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of(
                                "enterpriseId",
                                enterpriseId(reporter, creditCode),
                                "title",
                                "二号仓库消防通道堵塞 " + UUID.randomUUID(),
                                "category",
                                "FIRE_FACILITIES"),
                        "hazard { id }")
                .accepted()
                .text("hazard.id");
    }

    public void confirm(Bearer officer, String hazard) {
        LedgerClient.as(officer)
                .mutate(
                        "confirmHazard",
                        "ConfirmHazardInput",
                        Map.of("id", hazard, "grade", "GENERAL"),
                        "hazard { id }")
                .accepted();
    }

    public void confirmMajor(Bearer officer, String hazard) {
        LedgerClient.as(officer)
                .mutate(
                        "confirmHazard",
                        "ConfirmHazardInput",
                        Map.of("id", hazard, "grade", "MAJOR", "clause", MAJOR_CLAUSE),
                        "hazard { id }")
                .accepted();
    }

    public void escalate(Bearer officer, String hazard) {
        LedgerClient.as(officer)
                .mutate(
                        "escalateHazardGrade",
                        "EscalateHazardGradeInput",
                        Map.of("id", hazard, "reason", "复核后判定为重大", "clause", MAJOR_CLAUSE),
                        "hazard { id }")
                .accepted();
    }

    public void planMajor(Bearer manager, String hazard) {
        String text = "停产撤人，限期整改";
        LedgerClient.as(manager)
                .mutate(
                        "planHazardRectification",
                        "PlanHazardRectificationInput",
                        Map.of(
                                "id",
                                hazard,
                                "interimMeasures",
                                text,
                                "fiveImplementations",
                                Map.of(
                                        "responsibility", text,
                                        "measures", text,
                                        "funds", text,
                                        "deadline", text,
                                        "emergencyPlan", text)),
                        "hazard { id }")
                .accepted();
    }

    public String assign(Bearer officer, String hazard) {
        return LedgerClient.as(officer)
                .mutate(
                        "assignRectification",
                        "AssignRectificationInput",
                        Map.of("hazardId", hazard, "requirement", "清理通道并划线"),
                        "rectificationTask { id }")
                .accepted()
                .text("rectificationTask.id");
    }

    public void rectify(Bearer manager, String task) {
        task(manager, "acceptRectification", "RectificationInput", Map.of("id", task));
        task(manager, "startRectification", "RectificationInput", Map.of("id", task));
        upload(manager, task, "AFTER");
        task(manager, "submitRectification", "SubmitRectificationInput", Map.of("id", task, "measuresTaken", "已清理"));
    }

    public void pass(Bearer officer, String task) {
        task(officer, "reviewRectification", "ReviewRectificationInput", Map.of("id", task, "passed", true));
    }

    /** Sends the task back with twenty days more. */
    public LedgerClient.Payload giveBack(Bearer officer, String task) {
        return LedgerClient.as(officer)
                .mutate(
                        "reviewRectification",
                        "ReviewRectificationInput",
                        Map.of(
                                "id",
                                task,
                                "passed",
                                false,
                                "comment",
                                "整改不到位",
                                "newDueAt",
                                OffsetDateTime.now(Times.ZONE).plusDays(20).toString()),
                        "rectificationTask { status }")
                .accepted();
    }

    public void close(Bearer officer, String hazard) {
        LedgerClient.as(officer)
                .mutate("closeHazard", "CloseHazardInput", Map.of("id", hazard), "hazard { id }")
                .accepted();
    }

    /** Takes a reported hazard of the demo enterprise of Lankao to its closure. */
    public void complete(String hazard) {
        complete(hazard, TestCaller.OFFICER_LANKAO, TestCaller.MANAGER_LANKAO, TestCaller.OFFICER_LANKAO_2);
    }

    /** @param closer closes it, which whoever reported it may not */
    public void complete(String hazard, Bearer officer, Bearer manager, Bearer closer) {
        confirm(officer, hazard);
        String task = assign(officer, hazard);
        rectify(manager, task);
        pass(officer, task);
        close(closer, hazard);
    }

    private static void task(Bearer caller, String mutation, String inputType, Map<String, ?> input) {
        LedgerClient.as(caller)
                .mutate(mutation, inputType, input, "rectificationTask { id }")
                .accepted();
    }

    /** Uploads a small photo of its own and gives its id. */
    public String upload(Bearer sender, String subject, String stage) {
        return upload(sender, subject, stage, photo());
    }

    public String upload(Bearer sender, String subject, String stage, byte[] photo) {
        Response answer = send(sender, subject, stage, photo);
        assertEquals(201, answer.statusCode(), answer::asString);
        return AnswerPath.of(answer).getString("id");
    }

    public Response send(Bearer sender, String subject, String stage, byte[] photo) {
        return LedgerClient.as(sender)
                .upload(
                        "/evidence?subject=" + subject + "&stage=" + stage + "&sha256=" + sha256(photo),
                        "image/jpeg",
                        photo);
    }

    /** Bytes that begin as a JPEG does, different each time. */
    public static byte[] photo() {
        byte[] tail = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        byte[] photo = Arrays.copyOf(JPEG_HEAD, JPEG_HEAD.length + tail.length);
        System.arraycopy(tail, 0, photo, JPEG_HEAD.length, tail.length);
        return photo;
    }

    /** A JPEG that has its picture and nothing beside, different each time. */
    public static byte[] barePhoto() {
        int colour = ThreadLocalRandom.current().nextInt();
        BufferedImage picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            picture.setRGB(i % 16, i / 16, colour * (i + 1));
        }
        try (ByteArrayOutputStream written = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpg", written);
            return written.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An unannounced enforcement visit to the demo enterprise of Lankao by its county's two officers, in an emergency. */
    public String plannedInspection(Bearer planner, LocalDate day) {
        var reference = LedgerClient.as(planner)
                .query(
                        "query($day: Date) { people(first: 100, certified: true, jurisdiction: \"410225000000\")"
                                + " { nodes { id name } } checklists(sector: \"GAS\", validOn: $day) { nodes { id } } }",
                        Map.of("day", day.toString()));
        List<String> officers = officers(planner);
        return LedgerClient.as(planner)
                .mutate(
                        "planInspection",
                        "PlanInspectionInput",
                        Map.of(
                                "kind",
                                "ENFORCEMENT",
                                "checkKind",
                                "CASE",
                                "source",
                                "EMERGENCY",
                                "enterpriseId",
                                enterpriseId(planner, TestCaller.LANKAO_ENTERPRISE),
                                "checklistId",
                                reference.getString("data.checklists.nodes[0].id"),
                                "plannedOn",
                                day.toString(),
                                "officerIds",
                                officers),
                        "inspection { id }")
                .accepted()
                .text("inspection.id");
    }

    /** The two certified officers of Lankao's emergency management bureau, as the seeds name them. */
    public List<String> officers(Bearer planner) {
        List<Map<String, String>> people = LedgerClient.as(planner)
                .query("{ people(first: 100, certified: true, jurisdiction: \"410225000000\")"
                        + " { nodes { id certificateNumber } } }")
                .getList("data.people.nodes");
        return people.stream()
                .filter(person -> OFFICERS.contains(String.valueOf(person.get("certificateNumber"))))
                .map(person -> String.valueOf(person.get("id")))
                .toList();
    }

    /** Starts, answers every item, and takes the inspection to its completion. */
    public void conduct(Bearer officer, String inspection) {
        LedgerClient.as(officer)
                .mutate("startInspection", "StartInspectionInput", start(inspection), "inspection { id }")
                .accepted();
        List<String> items = LedgerClient.as(officer)
                .query(
                        "query($id: ID!) { inspection(id: $id) { checklist { items { id } } } }",
                        Map.of("id", inspection))
                .getList("data.inspection.checklist.items.id");
        items.forEach(item -> LedgerClient.as(officer)
                .mutate(
                        "recordFinding",
                        "RecordFindingInput",
                        Map.of("inspectionId", inspection, "itemId", item, "result", "COMPLIANT"),
                        "inspection { id }")
                .accepted());
        inspect(officer, "finishInspectionRecord", "InspectionInput", inspection);
        LedgerClient.as(TestCaller.MANAGER_LANKAO)
                .mutate("signInspection", "SignInspectionInput", Map.of("id", inspection), "inspection { id }")
                .accepted();
        inspect(officer, "issueInspectionFindings", "InspectionInput", inspection);
        inspect(officer, "completeInspection", "InspectionInput", inspection);
    }

    /** Starts a visit whose code nobody scanned. */
    public static Map<String, Object> start(String inspection) {
        return Map.of("id", inspection, "noScanReason", "门口无网络信号");
    }

    private static void inspect(Bearer officer, String mutation, String inputType, String inspection) {
        LedgerClient.as(officer)
                .mutate(mutation, inputType, Map.of("id", inspection), "inspection { id }")
                .accepted();
    }
}
