@NullMarked
package org.safetyledger.command;

import org.jspecify.annotations.NullMarked;
