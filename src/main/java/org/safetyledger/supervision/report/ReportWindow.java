package org.safetyledger.supervision.report;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The times of one day's report.
 *
 * @param begin the cut-off of the day before
 * @param cutOff what happens from then on belongs to the next day
 * @param opens when it can be drawn up: a county's after the cut-off, the city's after the counties' time to sign
 * @param due until when a county's is to be signed, or the city's to be issued
 * @param rest minutes from the cut-off to midnight
 */
record ReportWindow(LocalDate day, Instant begin, Instant cutOff, Instant opens, Instant due, int rest) {}
