package org.safetyledger.jurisdiction;

import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which days offices work: Monday to Friday, but for the days that the State Council's yearly notice names. A year
 * without a loaded notice is counted by weekdays alone, and the deadline's explanation says so.
 */
@ApplicationScoped
public class WorkingCalendar {
    private final EntityManager entityManager;

    WorkingCalendar(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The calendar of the days between the two, both included; kept for a minute. */
    @CacheResult(cacheName = "known-calendars")
    public Period between(LocalDate from, LocalDate to) {
        Map<LocalDate, Deviation> exceptions = new HashMap<>();
        List<?> rows = entityManager
                .createNativeQuery(
                        "select day, kind, name from calendar_day where day between :from and :to", Object[].class)
                .setParameter("from", from.withDayOfYear(1))
                .setParameter("to", to.withDayOfYear(to.lengthOfYear()))
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            LocalDate day = columns[0] instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) columns[0];
            exceptions.put(day, new Deviation("WORKDAY".equals(columns[1]), (String) columns[2]));
        }
        return new Period(exceptions);
    }

    private record Deviation(boolean working, String name) {}

    /** A stretch of the calendar held in memory. */
    public static final class Period {
        private final Map<LocalDate, Deviation> exceptions;
        private final Set<Integer> published;

        private Period(Map<LocalDate, Deviation> exceptions) {
            this.exceptions = exceptions;
            this.published =
                    exceptions.keySet().stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
        }

        public boolean isWorking(LocalDate day) {
            Deviation exception = exceptions.get(day);
            return exception == null ? isWeekday(day) : exception.working();
        }

        /** Why a day does not count, or that it does although it is a weekend's. */
        public String nameOf(LocalDate day) {
            Deviation exception = exceptions.get(day);
            return exception == null ? day.getDayOfWeek().toString() : exception.name();
        }

        public boolean isException(LocalDate day) {
            return exceptions.containsKey(day);
        }

        /** Whether the year's notice is loaded. */
        public boolean isPublished(int year) {
            return published.contains(year);
        }

        private static boolean isWeekday(LocalDate day) {
            return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }
    }
}
