@NullMarked
package org.safetyledger.offsite;

import org.jspecify.annotations.NullMarked;
