package io.trashpong.harness.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What a stack keeps from run to run, usually {@code .trashpong/}; one stack at a time has it, by a file lock. */
final class StackFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel lockFile;

    private StackFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** @throws StackFailure when another stack runs in that folder */
    static StackFolder take(Path root) {
        try {
            Files.createDirectories(root.resolve("log"));
            Files.createDirectories(root.resolve("classes"));
            var lockFile = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                lockFile.close();
                throw new StackFailure("Trashpong is already running in this folder. Stop it there with Ctrl-C first,"
                        + " or start this one from another checkout with --port.");
            }
            return new StackFolder(root, lockFile);
        } catch (IOException e) {
            throw new StackFailure("Can't write to " + root + ": " + e.getMessage(), e);
        }
    }

    Path postgresData() {
        return root.resolve("postgres");
    }

    /** Stands when the data folder was fully made once; without it an interrupted first start left only rubble. */
    Path postgresMade() {
        return root.resolve("postgres-made");
    }

    Path log(String name) {
        return root.resolve("log").resolve(name + ".log");
    }

    /** The secret of that name, kept in a file that only its owner reads; made at the first call. */
    String secret(String name) {
        Path file = secretFile(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Secrets.random());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("can't keep the secret " + name, e);
        }
    }

    Path secretFile(String name) {
        return root.resolve("secrets").resolve(name);
    }

    /** A replica's log begins anew with the stack, and goes on when the replica is started again. */
    void dropLog(String name) {
        try {
            Files.deleteIfExists(log(name));
        } catch (IOException e) {
            throw new UncheckedIOException("can't begin the log of " + name, e);
        }
    }

    /** Forgets the database; logs stay. */
    void dropPostgres() {
        delete(postgresData());
        delete(postgresMade());
        delete(root.resolve("secrets"));
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("can't let go of " + root, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StackFailure("Can't delete " + path + ": " + e.getMessage(), e);
        }
    }
}
