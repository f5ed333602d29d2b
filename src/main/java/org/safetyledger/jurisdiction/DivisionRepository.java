package org.safetyledger.jurisdiction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

@ApplicationScoped
public class DivisionRepository implements PanacheRepositoryBase<Division, UUID> {
    public Optional<Division> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** The code, when there is such a division on that day; refused under the field's name otherwise. */
    public String requireValid(String code, LocalDate day, String field) {
        return byCode(code)
                .filter(division -> division.isValidOn(day))
                .map(Division::code)
                .orElseThrow(() -> Refusal.at(field, ErrorCode.UNKNOWN_CODE, code));
    }

    public Map<String, List<Division>> byParents(Collection<String> parents) {
        return list("parentCode in ?1 order by code", parents).stream()
                .collect(Collectors.groupingBy(division -> String.valueOf(division.parentCode())));
    }
}
