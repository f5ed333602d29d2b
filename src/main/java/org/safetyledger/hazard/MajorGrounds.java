package org.safetyledger.hazard;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.CodeTables;
import org.safetyledger.jurisdiction.JudgementClause;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;

/** Whether a hazard may be graded major on a ground. */
@ApplicationScoped
class MajorGrounds {
    private final CodeTables codes;
    private final EnterpriseRepository enterprises;

    MajorGrounds(CodeTables codes, EnterpriseRepository enterprises) {
        this.codes = codes;
        this.enterprises = enterprises;
    }

    /** Exactly one ground; a clause was in force when the hazard was discovered, and judges such a hazard. */
    void require(Hazard hazard, MajorGround ground) {
        if (ground.clause() == null && ground.opinion() == null) {
            throw Refusal.at("clause", ErrorCode.CLAUSE_REQUIRED);
        }
        if (ground.clause() != null && ground.opinion() != null) {
            throw Refusal.at("opinion", ErrorCode.ONE_GROUND_ONLY);
        }
        requireClause(hazard, ground.clause());
    }

    private void requireClause(Hazard hazard, @Nullable Clause cited) {
        if (cited == null) {
            return;
        }
        JudgementClause clause = codes.clause(cited.standard(), cited.clause(), Times.day(hazard.discoveredAt()))
                .orElseThrow(() -> Refusal.at("clause", ErrorCode.CLAUSE_NOT_VALID));
        if (!clause.major()) {
            throw Refusal.at("clause", ErrorCode.CLAUSE_NOT_MAJOR);
        }
        Enterprise enterprise = enterprises.of(hazard.enterpriseId());
        if (!clause.fits(enterprise.sector(), hazard.categoryCode())) {
            throw Refusal.at("clause", ErrorCode.CLAUSE_DOES_NOT_FIT, cited.standard());
        }
    }
}
