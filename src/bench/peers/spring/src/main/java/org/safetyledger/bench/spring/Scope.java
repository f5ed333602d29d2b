package org.safetyledger.bench.spring;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a read or a write in a transaction that begins with the caller's role and scope. */
@Component
class Scope {
    private static final String STATEMENT = "select set_config('role', ?, true), set_config('ledger.city', ?, true),"
            + " set_config('ledger.county', ?, true), set_config('ledger.town', ?, true),"
            + " set_config('ledger.industries', '', true), set_config('ledger.enterprise', '', true),"
            + " set_config('ledger.subject', ?, true), set_config('ledger.ancestors', ?, true)";

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final boolean secured;

    Scope(JdbcClient database, TransactionTemplate transactions, @Value("${BENCH_MODE}") String mode) {
        this.database = database;
        this.transactions = transactions;
        this.secured = mode.equals("secured");
    }

    <T> T in(Supplier<T> work) {
        if (!secured) {
            return work.get();
        }
        return transactions.execute(status -> {
            Jwt token = (Jwt) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
            String division = token.getClaimAsString("division");
            database.sql(STATEMENT)
                    .params(
                            tier(token.getClaimAsStringList("roles")),
                            division.substring(0, 4),
                            division.substring(0, 6),
                            division.substring(0, 9),
                            token.getSubject(),
                            String.join(",", ancestors(division)))
                    .query((row, number) -> "")
                    .single();
            return work.get();
        });
    }

    private static String tier(List<String> roles) {
        return roles.contains("city-leader") ? "ledger_city" : "ledger_county";
    }

    private static List<String> ancestors(String division) {
        return Stream.of(2, 4, 6, 9, 12)
                .map(digits -> division.substring(0, digits) + "0".repeat(12 - digits))
                .distinct()
                .toList();
    }
}
