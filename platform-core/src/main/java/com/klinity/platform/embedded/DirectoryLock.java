package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says that a live process uses a data directory. The kernel gives the lock back when the process dies. */
final class DirectoryLock implements AutoCloseable {
    // POSIX drops a process's locks on a file as soon as it closes any descriptor of it, so a second
    // attempt in this process must not even open the file.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DirectoryLock acquire(Path file) throws IOException {
        if (!HELD_HERE.add(file)) {
            throw inUse(file, ProcessHandle.current().pid() + " (this one)");
        }
        boolean acquired = false;
        try {
            DirectoryLock lock = lock(file);
            acquired = true;
            return lock;
        } finally {
            if (!acquired) {
                HELD_HERE.remove(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static DirectoryLock lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            if (channel.tryLock() == null) {
                throw inUse(file, Files.readString(file).strip());
            }
            String pid = ProcessHandle.current().pid() + "\n";
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            locked = true;
            return new DirectoryLock(file, channel);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static EmbeddedPostgresException inUse(Path file, String process) {
        return new EmbeddedPostgresException(
                Code.DATA_DIRECTORY_IN_USE,
                "The data directory " + file.getParent() + " is in use by process " + process
                        + ": stop that process, or choose another data directory.");
    }
}
