package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient.Payload;

/**
 * Sites of a town, each new.
 *
 * @param tenant credit code of the enterprise with which each begins
 * @param landlord credit code of another one of the town
 */
public record SiteScene(TestCaller office, String town, String tenant, String landlord) {
    public static final SiteScene LANKAO = new SiteScene(
            TestCaller.OFFICER_LANKAO, "410225101000", TestCaller.LANKAO_ENTERPRISE, "91410225MA1MFYHB1F");

    /** A chemical works that rents from a machine works. */
    public static final SiteScene WEISHI = new SiteScene(
            TestCaller.authority("county-officer-weishi", "county-officer", "410223000000"),
            "410223102000",
            "91410223MA8B6FBH4F",
            "91410223MA8YBH4B4P");

    private static final String SEEN =
            "site { id version status presentUnits mainUnitName mainUnitSince mainUnitMissing"
                    + " units { name role agreementNumber validFrom validTo } mainUnits { name validFrom validTo } }";

    public static String daysAgo(int days) {
        return LocalDate.now(Times.ZONE).minusDays(days).toString();
    }

    public String enterprise(String creditCode) {
        return new Loop().enterpriseId(office, creditCode);
    }

    public Map<String, Object> registration() {
        Map<String, Object> input = place("租赁厂区 " + UUID.randomUUID());
        input.putAll(unit(tenant, "TENANT", 30));
        input.put("jurisdiction", town);
        input.put("agreementNumber", "安协〔2026〕1号");
        return input;
    }

    public static Map<String, Object> place(String name) {
        return new HashMap<>(Map.of("kind", "LEASED_PREMISES", "name", name, "address", "工业路1号院"));
    }

    public Map<String, Object> unit(String creditCode, String role, int daysAgo) {
        return new HashMap<>(Map.of("enterpriseId", enterprise(creditCode), "role", role, "from", daysAgo(daysAgo)));
    }

    public Payload register(Map<String, ?> registration) {
        return LedgerClient.as(office).mutate("registerSite", "RegisterSiteInput", registration, SEEN);
    }

    /** With the tenant on it. */
    public String registered() {
        return register(registration()).accepted().text("site.id");
    }

    /** With the tenant on it, who has the main responsibility. */
    public String named() {
        String site = registered();
        nameMain(office, site, tenant, 20).accepted();
        return site;
    }

    /** With the tenant and the landlord, neither of whom is named. */
    public String shared() {
        String site = registered();
        add(office, site, unit(landlord, "LANDLORD", 30)).accepted();
        return site;
    }

    /** With nobody on it any more. */
    public String left() {
        String site = registered();
        end(office, site, tenant, 0).accepted();
        return site;
    }

    public Payload add(TestCaller caller, String site, Map<String, ?> unit) {
        return change(caller, "addSiteUnit", "AddSiteUnitInput", site, unit);
    }

    public Payload end(TestCaller caller, String site, String creditCode, int daysAgo) {
        return change(caller, "endSiteUnit", "EndSiteUnitInput", site, ending(creditCode, daysAgo));
    }

    public Map<String, Object> ending(String creditCode, int daysAgo) {
        return Map.of("enterpriseId", enterprise(creditCode), "lastDay", daysAgo(daysAgo));
    }

    public Payload nameMain(TestCaller caller, String site, String creditCode, int daysAgo) {
        return change(caller, "nameMainUnit", "NameMainUnitInput", site, naming(creditCode, daysAgo));
    }

    public Map<String, Object> naming(String creditCode, int daysAgo) {
        return Map.of("enterpriseId", enterprise(creditCode), "from", daysAgo(daysAgo), "document", "场所安全管理协议");
    }

    public Payload change(TestCaller caller, String mutation, String inputType, String site, Map<String, ?> input) {
        return LedgerClient.as(caller).mutate(mutation, inputType, of(site, input), SEEN);
    }

    public static Map<String, Object> of(String site, Map<String, ?> input) {
        Map<String, Object> whole = new HashMap<>(input);
        whole.put("id", site);
        return whole;
    }
}
