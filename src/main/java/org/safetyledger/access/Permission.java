package org.safetyledger.access;

import static org.safetyledger.access.Role.*;

import java.util.EnumSet;
import java.util.Set;
import org.safetyledger.graphql.NodeType;

/** What an operation needs, and which roles have it. A role not named here may not: deny by default. */
public enum Permission {
    READ(EnumSet.allOf(Role.class)),
    READ_DASHBOARD(EnumSet.complementOf(EnumSet.of(ENTERPRISE_WORKER))),
    READ_INSPECTIONS(EnumSet.complementOf(EnumSet.of(ENTERPRISE_WORKER))),
    READ_CAMPAIGNS(EnumSet.complementOf(EnumSet.of(ENTERPRISE_WORKER, ENTERPRISE_MANAGER))),
    READ_RESPONSIBILITIES(EnumSet.complementOf(EnumSet.of(ENTERPRISE_WORKER))),
    READ_HISTORY(EnumSet.allOf(Role.class)),
    VERIFY_HISTORY(EnumSet.of(CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, AUDITOR)),

    ASSIGN_RESPONSIBILITY(EnumSet.of(CITY_OFFICER, COUNTY_OFFICER)),
    CREATE_CAMPAIGN(EnumSet.of(CITY_OFFICER, COUNTY_OFFICER)),

    PLAN_INSPECTION(EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER, ENTERPRISE_MANAGER)),
    CONDUCT_INSPECTION(EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER, ENTERPRISE_MANAGER)),
    NOTIFY_INSPECTION(EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER)),
    SIGN_INSPECTION(EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER, ENTERPRISE_MANAGER)),

    REPORT_HAZARD(EnumSet.of(
            CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER, ENTERPRISE_MANAGER, ENTERPRISE_WORKER, INTEGRATION)),
    DECIDE_HAZARD(EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER)),
    CONTEST_REJECTION(EnumSet.of(
            CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER, ENTERPRISE_MANAGER, ENTERPRISE_WORKER, INTEGRATION)),
    ESCALATE_GRADE(EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER)),
    LOWER_GRADE(EnumSet.of(CITY_LEADER, CITY_OFFICER)),
    PLAN_MAJOR_RECTIFICATION(EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER, ENTERPRISE_MANAGER)),
    CLOSE_HAZARD(EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER, ENTERPRISE_MANAGER)),

    ASSIGN_RECTIFICATION(EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER)),
    RECTIFY(EnumSet.of(ENTERPRISE_MANAGER)),
    START_RECTIFICATION(EnumSet.of(ENTERPRISE_MANAGER, ENTERPRISE_WORKER)),
    DECIDE_EXTENSION(EnumSet.of(CITY_LEADER, COUNTY_LEADER)),
    REVIEW_RECTIFICATION(EnumSet.of(CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER)),

    ADD_EVIDENCE(EnumSet.of(
            CITY_OFFICER, COUNTY_OFFICER, DEPARTMENT_OFFICER, ENTERPRISE_MANAGER, ENTERPRISE_WORKER, INTEGRATION));

    private static final Set<Permission> OF_COUNTY_AND_CITY = EnumSet.of(ASSIGN_RESPONSIBILITY, CREATE_CAMPAIGN);

    private final Set<Role> roles;

    Permission(Set<Role> roles) {
        this.roles = Set.copyOf(roles);
    }

    public Set<Role> roles() {
        return roles;
    }

    /** Whether a town's officer has it, too, where the role of a county officer has it. */
    boolean reachesTowns() {
        return !OF_COUNTY_AND_CITY.contains(this);
    }

    /** What it takes to read an object of a type by its id or by its history: the same as to list that type. */
    static Permission toRead(NodeType type) {
        return switch (type) {
            case INSPECTION, FINDING -> READ_INSPECTIONS;
            case CAMPAIGN -> READ_CAMPAIGNS;
            case RESPONSIBILITY -> READ_RESPONSIBILITIES;
            default -> READ;
        };
    }
}
