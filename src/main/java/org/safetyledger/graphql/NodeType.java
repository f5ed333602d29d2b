package org.safetyledger.graphql;

import java.util.Arrays;
import java.util.Optional;

/**
 * The types of objects that have a node id. A constant is called like its type in the schema, in capitals with underscores
 * between the words; some old ones are shorter. In lower case it is the prefix of the ids. Under its name the migration
 * has the history shown ({@code ledger_record}) and the outbox tells of changes.
 */
public enum NodeType {
    JURISDICTION,
    DEPARTMENT,
    ENTERPRISE,
    POST,
    ENTERPRISE_POST,
    POST_CHECK,
    POST_CHECK_RECORD,
    PERSON,
    RESPONSIBILITY,
    REGULATOR_DECISION,
    UNDETERMINED_REGULATOR,
    DUTY_PERFORMANCE,
    SITE,
    CHECKLIST,
    ITEM,
    CAMPAIGN,
    CHECK_PLAN,
    VISIT_EDITION,
    CAMPAIGN_GROUP,
    INSPECTION,
    OFF_SITE_CHECK,
    FINDING,
    HAZARD,
    HAZARD_NOTIFICATION,
    QUICK_REPORT,
    INTERNAL_REWARDS,
    HAZARD_TRANSFER,
    TASK,
    COMMENT,
    EXTENSION,
    EVIDENCE,
    BULLETIN,
    DELIVERY,
    DAILY_REPORT,
    DRAW,
    LOOK_BACK,
    LOOK_BACK_CHECK,
    EVIDENCE_REEL,
    PAPER,
    RULE_CHANGE,
    LADDER_CHANGE,
    SUPERVISION_VISIT,
    SUPERVISION_FINDING,
    SUPERVISION_ITEM,
    DIRECTIVE,
    DIRECTIVE_ITEM,
    CAMPAIGN_DUTY,
    DEADLINE_CLOCK,
    DEADLINE_EVENT,
    HISTORY;

    private final String prefix = name().toLowerCase(java.util.Locale.ROOT);

    public String prefix() {
        return prefix;
    }

    static Optional<NodeType> ofPrefix(String prefix) {
        return Arrays.stream(values())
                .filter(type -> type.prefix.equals(prefix))
                .findFirst();
    }
}
