package org.safetyledger.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Page cursors: the values of the last row's order columns, sealed for the order, so that a cursor fits no other list. */
@ApplicationScoped
public class Cursors {
    private final Seals seals;

    Cursors(Seals seals) {
        this.seals = seals;
    }

    public String seal(String order, List<String> values) {
        return seals.seal(order, values);
    }

    public List<String> open(String order, String cursor) {
        return seals.open(order, cursor).orElseThrow(() -> Refusal.at("after", ErrorCode.INVALID_CURSOR));
    }
}
