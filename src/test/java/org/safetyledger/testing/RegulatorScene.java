package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

/** What no department of a county regulates, and decisions about it, each of a day later than the one before. */
public record RegulatorScene(TestCaller leader, String county, String department) {
    public static final RegulatorScene LANKAO =
            new RegulatorScene(TestCaller.COUNTY_LEADER_LANKAO, "410225000000", "KF-410225-EM");

    /** International organisations, of which there is none. */
    public static final String INDUSTRY = "T97";

    private static final AtomicInteger DAYS = new AtomicInteger();

    public Map<String, Object> ruling() {
        return new HashMap<>(Map.of(
                "jurisdiction",
                county,
                "industry",
                INDUSTRY,
                "department",
                department,
                "reason",
                "业务相近",
                "documentNumber",
                "兰政〔2020〕1号",
                "decidedOn",
                LocalDate.of(2020, 1, 1).plusDays(DAYS.incrementAndGet()).toString()));
    }

    public String decided() {
        return LedgerClient.as(leader)
                .mutate("decideRegulator", "DecideRegulatorInput", ruling(), "regulatorDecision { id }")
                .accepted()
                .text("regulatorDecision.id");
    }

    /** An entry of the queue. */
    public String undetermined() {
        LedgerTables tables = new LedgerTables();
        tables.change(
                "insert into undetermined_regulator (id, division_code, version, industry_code, entered_at, due_at)"
                        + " values (gen_random_uuid(), ?, 0, ?, now(), now()) on conflict do nothing",
                county,
                INDUSTRY);
        return NodeId.text(
                NodeType.UNDETERMINED_REGULATOR,
                UUID.fromString(tables.value(
                        "select id from undetermined_regulator where division_code = ? and industry_code = ?"
                                + " and settled_at is null",
                        county,
                        INDUSTRY)));
    }
}
