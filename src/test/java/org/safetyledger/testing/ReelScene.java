package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safetyledger.graphql.Times;

/** Evidence reels of an officer's authority for a meeting today, each new and in the state that is asked for. */
public record ReelScene(TestCaller officer) {
    public static final ReelScene LANKAO = new ReelScene(TestCaller.OFFICER_LANKAO);

    public static Map<String, Object> input(List<String> evidence, LocalDate meeting) {
        return new HashMap<>(Map.of(
                "title",
                "安全生产工作会议影像",
                "meetingOn",
                meeting.toString(),
                "entries",
                evidence.stream()
                        .map(one -> Map.of("evidenceId", one, "caption", "通道堵塞"))
                        .toList()));
    }

    public String drafted(String... evidence) {
        return drafted(input(List.of(evidence), LocalDate.now(Times.ZONE)));
    }

    public String drafted(Map<String, Object> input) {
        return LedgerClient.as(officer)
                .mutate("draftEvidenceReel", "DraftEvidenceReelInput", input, "evidenceReel { id }")
                .accepted()
                .text("evidenceReel.id");
    }

    public String shown(String... evidence) {
        String reel = drafted(evidence);
        LedgerClient.as(officer)
                .mutate("showEvidenceReel", "ShowEvidenceReelInput", Map.of("id", reel), "__typename")
                .accepted();
        return reel;
    }
}
