package org.safetyledger.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bulletins of an authority, each new and in the state that is asked for. */
public record BulletinScene(TestCaller drafter, TestCaller leader) {
    public static final BulletinScene LANKAO =
            new BulletinScene(TestCaller.OFFICER_LANKAO, TestCaller.COUNTY_LEADER_LANKAO);
    public static final BulletinScene QIXIAN =
            new BulletinScene(TestCaller.OFFICER_QIXIAN, TestCaller.COUNTY_LEADER_QIXIAN);

    public static Map<String, Object> content(List<String> addressees, boolean forEnterprises) {
        return new HashMap<>(Map.of(
                "kind",
                "SPECIAL",
                "title",
                "隐患整改情况通报 " + UUID.randomUUID(),
                "body",
                "现将有关情况通报如下。",
                "days",
                7,
                "addressees",
                addressees,
                "forEnterprises",
                forEnterprises));
    }

    public String drafted(List<String> addressees, boolean forEnterprises) {
        return LedgerClient.as(drafter)
                .mutate("draftBulletin", "DraftBulletinInput", content(addressees, forEnterprises), "bulletin { id }")
                .accepted()
                .text("bulletin.id");
    }

    public String signed(List<String> addressees, boolean forEnterprises) {
        String bulletin = drafted(addressees, forEnterprises);
        run(leader, "signBulletin", bulletin);
        return bulletin;
    }

    public String published(List<String> addressees, boolean forEnterprises) {
        String bulletin = signed(addressees, forEnterprises);
        run(drafter, "publishBulletin", bulletin);
        return bulletin;
    }

    /** The delivery of a bulletin to the only addressee. */
    public String delivery(String addressee) {
        return LedgerClient.as(drafter)
                .query(
                        "query($id: ID!) { bulletin(id: $id) { deliveries { nodes { id } } } }",
                        Map.of("id", published(List.of(addressee), false)))
                .getString("data.bulletin.deliveries.nodes[0].id");
    }

    private static void run(TestCaller caller, String mutation, String bulletin) {
        LedgerClient.as(caller)
                .mutate(mutation, "BulletinInput", Map.of("id", bulletin), "__typename")
                .accepted();
    }
}
