package org.safetyledger.access;

import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the ledger knows about the places, departments and enterprises that tokens name; kept for a minute. */
@ApplicationScoped
class ClaimDirectory {
    private final ScopedTransactions transactions;
    private final EntityManager entityManager;

    ClaimDirectory(ScopedTransactions transactions, EntityManager entityManager) {
        this.transactions = transactions;
        this.entityManager = entityManager;
    }

    record KnownEnterprise(UUID id, String division) {}

    record KnownDepartment(String division, List<String> industries, List<String> matters) {}

    @CacheResult(cacheName = "known-enterprises")
    Optional<KnownEnterprise> enterprise(String creditCode) throws Exception {
        return row(
                        "select id, division_code from enterprise where credit_code = :key and status <> 'CLOSED'",
                        creditCode)
                .map(columns -> new KnownEnterprise((UUID) columns[0], (String) columns[1]));
    }

    @CacheResult(cacheName = "known-departments")
    Optional<KnownDepartment> department(String code) throws Exception {
        return row(
                        "select division_code, array_to_string(industries, ','), array_to_string(matters, ',')"
                                + " from department where code = :key and ledger_lasts(valid_to, ledger_today())",
                        code)
                .map(columns -> new KnownDepartment((String) columns[0], list(columns[1]), list(columns[2])));
    }

    private static List<String> list(Object joined) {
        return Arrays.stream(((String) joined).split(",", -1))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    @CacheResult(cacheName = "known-divisions")
    boolean isDivision(String code) throws Exception {
        return row(
                        "select code, name from division where code = :key and valid_from <= ledger_today()"
                                + " and ledger_lasts(valid_to, ledger_today())",
                        code)
                .isPresent();
    }

    private Optional<Object[]> row(String sql, String key) throws Exception {
        List<?> rows = transactions.background(() -> entityManager
                .createNativeQuery(sql, Object[].class)
                .setParameter("key", key)
                .getResultList());
        return rows.stream().map(Object[].class::cast).findFirst();
    }
}
