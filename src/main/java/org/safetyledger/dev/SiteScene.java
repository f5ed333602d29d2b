package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Sites of a county: one with its main unit, one on which nobody is named yet, and a closed one. */
record SiteScene(Desk desk, Demonstration.County county, String enterprise) {
    void tell() {
        List<String> others = others();
        String park = site("PARK", "产业园一期", enterprise, "TENANT");
        join("park", park, others.get(0), "PARK_MANAGER", -300);
        main("park", park, others.get(0), -300);
        String let = site("LEASED_PREMISES", "城南出租厂院", others.get(1), "LANDLORD");
        join("let", let, others.get(2), "TENANT", -60);
        String building = site("CONSTRUCTION_SITE", "综合楼施工现场", others.get(3), "CONTRACT_GIVER");
        join("building", building, others.get(0), "CONTRACTOR", -200);
        main("building", building, others.get(3), -200);
        leave("contractor", building, others.get(0));
        leave("giver", building, others.get(3));
        does("building", "closeSite", "CloseSiteInput", Map.of("id", building));
    }

    private String site(String kind, String name, String first, String role) {
        return does(
                name,
                "registerSite",
                "RegisterSiteInput",
                Map.of(
                        "jurisdiction",
                        county.code(),
                        "kind",
                        kind,
                        "name",
                        name,
                        "address",
                        name,
                        "enterpriseId",
                        first,
                        "role",
                        role,
                        "from",
                        Demonstration.dayIn(-365).toString()));
    }

    private void join(String part, String site, String unit, String role, int day) {
        does(
                part,
                "addSiteUnit",
                "AddSiteUnitInput",
                Map.of(
                        "id",
                        site,
                        "enterpriseId",
                        unit,
                        "role",
                        role,
                        "from",
                        Demonstration.dayIn(day).toString(),
                        "agreementNumber",
                        "安全生产管理协议（" + part + "）"));
    }

    private void main(String part, String site, String unit, int day) {
        does(
                part,
                "nameMainUnit",
                "NameMainUnitInput",
                Map.of(
                        "id",
                        site,
                        "enterpriseId",
                        unit,
                        "from",
                        Demonstration.dayIn(day).toString()));
    }

    private void leave(String part, String site, String unit) {
        does(
                part,
                "endSiteUnit",
                "EndSiteUnitInput",
                Map.of(
                        "id",
                        site,
                        "enterpriseId",
                        unit,
                        "lastDay",
                        Demonstration.dayIn(-2).toString()));
    }

    private String does(String part, String mutation, String inputType, Map<String, ?> input) {
        return new Actor(desk, county.person("county-officer"), county.name() + " site " + part)
                .does(mutation, inputType, "site", input);
    }

    /** The first by name, without the one whose manager is a persona. */
    private List<String> others() {
        JsonNode answer = desk.ask(
                county.person("county-officer"),
                "query($county: String) { enterprises(first: 5, filter: {jurisdiction: $county}) { nodes { id } } }",
                Map.of("county", county.code()));
        return answer.at("/data/enterprises/nodes").findValuesAsText("id").stream()
                .filter(id -> !id.equals(enterprise))
                .toList();
    }
}
