package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;

/** Duties of a county's deputy head, each performed on a day of its own. */
public record DutyScene(TestCaller officer, String postCode) {
    public static final DutyScene LANKAO = new DutyScene(TestCaller.OFFICER_LANKAO, "P-410225-DEP");

    private static final List<String> DUTIES = List.of("DEPUTY-CHECK", "DEPUTY-MEETING", "DEPUTY-BUSINESS");
    private static final AtomicInteger DAYS = new AtomicInteger();

    public String post() {
        return id(NodeType.POST, "select id from post where code = ?");
    }

    public String holder() {
        return id(NodeType.PERSON, "select e.id from person e join post t on t.id = e.post_id where t.code = ?");
    }

    private String id(NodeType type, String query) {
        return NodeId.text(type, UUID.fromString(new LedgerTables().value(query, postCode)));
    }

    /** Of the last thirty days, each of another day or duty. */
    public Map<String, Object> performed() {
        int number = DAYS.getAndIncrement();
        return new HashMap<>(Map.of(
                "personId",
                holder(),
                "duty",
                DUTIES.get(number % DUTIES.size()),
                "performedOn",
                LocalDate.now(Times.ZONE).minusDays(number / DUTIES.size() % 30).toString(),
                "document",
                "安全检查记录第" + number + "号"));
    }

    public String recorded() {
        return recorded(performed());
    }

    public String recorded(Map<String, Object> performed) {
        return LedgerClient.as(officer)
                .mutate("recordDuty", "RecordDutyInput", performed, "dutyPerformance { id }")
                .accepted()
                .text("dutyPerformance.id");
    }
}
