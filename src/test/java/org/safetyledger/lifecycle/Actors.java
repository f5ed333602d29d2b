package org.safetyledger.lifecycle;

import java.util.List;
import java.util.Set;
import org.safetyledger.testing.TestCaller;

/** Who acts in the properties, and who may do what by the domain's table of roles. */
final class Actors {
    static final Set<String> OFFICERS = Set.of("city-officer", "county-officer", "department-officer");
    static final Set<String> LEADERS = Set.of("city-leader", "county-leader");
    static final Set<String> CITY = Set.of("city-leader", "city-officer");
    static final Set<String> MANAGER = Set.of("enterprise-manager");
    static final Set<String> SITE = Set.of("enterprise-manager", "enterprise-worker");
    static final Set<String> OFFICERS_AND_MANAGER =
            Set.of("city-officer", "county-officer", "department-officer", "enterprise-manager");
    static final Set<String> LEADERS_TOO = Set.of(
            "city-leader",
            "county-leader",
            "city-officer",
            "county-officer",
            "department-officer",
            "enterprise-manager");
    static final Set<String> AT_THE_GATE =
            Set.of("city-officer", "county-officer", "department-officer", "enterprise-manager", "enterprise-worker");
    static final Set<String> REPORTERS = Set.of(
            "city-officer",
            "county-officer",
            "department-officer",
            "enterprise-manager",
            "enterprise-worker",
            "integration");

    /** One person with two jobs: separation of duties goes by the person. */
    static final TestCaller MANAGER_AS_OFFICER =
            TestCaller.authority(TestCaller.MANAGER_LANKAO.subject(), "county-officer", "410225000000");

    static final TestCaller MANAGER_AS_LEADER =
            TestCaller.authority(TestCaller.MANAGER_LANKAO.subject(), "county-leader", "410225000000");

    static final List<TestCaller> ALL = List.of(
            TestCaller.CITY_LEADER,
            TestCaller.CITY_OFFICER,
            TestCaller.COUNTY_LEADER_LANKAO,
            TestCaller.OFFICER_LANKAO,
            TestCaller.OFFICER_LANKAO_2,
            TestCaller.TOWN_OFFICER_LANKAO,
            TestCaller.DEPARTMENT_LANKAO,
            TestCaller.MANAGER_LANKAO,
            TestCaller.WORKER_LANKAO,
            MANAGER_AS_OFFICER,
            MANAGER_AS_LEADER,
            TestCaller.OFFICER_QIXIAN,
            TestCaller.MANAGER_QIXIAN,
            TestCaller.DEPARTMENT_CITY_CONSTRUCTION,
            TestCaller.INTEGRATION_LANKAO,
            TestCaller.AUDITOR_CITY);

    private static final Set<TestCaller> ELSEWHERE =
            Set.of(TestCaller.OFFICER_QIXIAN, TestCaller.MANAGER_QIXIAN, TestCaller.DEPARTMENT_CITY_CONSTRUCTION);

    private Actors() {}

    /** Whether the place and trade of the demo enterprise of Lankao are this caller's. */
    static boolean inScope(TestCaller caller) {
        return !ELSEWHERE.contains(caller);
    }
}
