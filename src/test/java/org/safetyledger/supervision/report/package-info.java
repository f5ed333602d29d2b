@NullMarked
package org.safetyledger.supervision.report;

import org.jspecify.annotations.NullMarked;
