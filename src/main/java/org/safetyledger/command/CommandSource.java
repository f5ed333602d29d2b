package org.safetyledger.command;

import java.util.List;

/** The commands that a feature declares. */
public interface CommandSource {
    List<CommandType> commands();
}
