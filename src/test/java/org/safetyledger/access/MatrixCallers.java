package org.safetyledger.access;

import static org.safetyledger.testing.TestCaller.AUDITOR_CITY;
import static org.safetyledger.testing.TestCaller.AUDITOR_QIXIAN;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_CITY_CONSTRUCTION;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_QIXIAN;
import static org.safetyledger.testing.TestCaller.GENERAL_LANKAO;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO_NAMES;
import static org.safetyledger.testing.TestCaller.INTEGRATION_QIXIAN;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICE_LANKAO;
import static org.safetyledger.testing.TestCaller.TOWN_OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_QIXIAN;

import java.util.List;
import java.util.stream.Stream;
import org.safetyledger.testing.TestCaller;

/** One caller per role and scope, seen from Lankao's demo enterprise. */
final class MatrixCallers {
    static final TestCaller OTHER_TOWN_OFFICER =
            TestCaller.authority("town-officer-other", "county-officer", "410225102000");

    static final List<TestCaller> INSIDE = List.of(
            CITY_LEADER,
            CITY_OFFICER,
            COUNTY_LEADER_LANKAO,
            OFFICER_LANKAO,
            OFFICE_LANKAO,
            TOWN_OFFICER_LANKAO,
            DEPARTMENT_LANKAO,
            FIRE_LANKAO,
            GENERAL_LANKAO,
            MANAGER_LANKAO,
            WORKER_LANKAO,
            INTEGRATION_LANKAO,
            INTEGRATION_LANKAO_NAMES,
            AUDITOR_CITY);

    /** Another county, another town, another industry, another enterprise. */
    static final List<TestCaller> OUTSIDE = List.of(
            COUNTY_LEADER_QIXIAN,
            OFFICER_QIXIAN,
            OTHER_TOWN_OFFICER,
            DEPARTMENT_CITY_CONSTRUCTION,
            FIRE_QIXIAN,
            MANAGER_QIXIAN,
            WORKER_QIXIAN,
            INTEGRATION_QIXIAN,
            AUDITOR_QIXIAN);

    /** Those outside come first: they meet the object in the state in which it was made. */
    static final List<TestCaller> ALL =
            Stream.concat(OUTSIDE.stream(), INSIDE.stream()).toList();

    private MatrixCallers() {}
}
