package org.safetyledger.hazard;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Why a hazard is major: by a clause of a judgement standard or by an opinion. */
public record MajorGround(@Nullable Clause clause, @Nullable Opinion opinion) {

    /** The ground as history tells it. */
    Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        if (clause != null) {
            told.put("basis", "CLAUSE");
            told.put("standard", clause.standard());
            told.put("clause", clause.clause());
        }
        if (opinion != null) {
            told.put("basis", opinion.basis().name());
            told.put("issuingBody", opinion.issuingBody());
            told.put("documentNumber", opinion.documentNumber());
        }
        return told;
    }
}
