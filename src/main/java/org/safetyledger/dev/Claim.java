package org.safetyledger.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/** A claim on something that a stand takes only later: a start lasts, and another one may begin meanwhile. */
final class Claim {
    private Claim() {}

    /** Takes it until the process ends; false where another one has it. */
    static boolean take(Path folder, String name) {
        try {
            Path file = Files.createDirectories(folder).resolve(name);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return false;
            }
            keep(channel, name);
            return true;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A channel that nobody refers to is closed, and the claim ends: a thread outlives the reloads, whose classes go. */
    private static void keep(FileChannel channel, String name) {
        Thread.ofPlatform().daemon().name("claim of " + name).start(() -> {
            while (channel.isOpen()) {
                LockSupport.park(channel);
            }
        });
    }
}
