package com.klinity.audit.file;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.AuditWitnessProvider;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;
import java.time.InstantSource;

/**
 * Opens a folder as the witness. What it proves depends on whose the folder is: it answers for the audit log against
 * everybody who can write to the database and not to the folder. On the server's own disk, as in the evaluation mode,
 * that is nobody of weight. So production wants a folder by name, outside the data directory: one that is mounted from
 * a machine which somebody else runs, and which lets files be added and none be changed.
 */
public final class FileWitnessProvider implements AuditWitnessProvider {

    /** For the service loader. */
    public FileWitnessProvider() {}

    @Override
    public String name() {
        return "file";
    }

    @Override
    public Vendor vendor() {
        return Vendor.builtIn("Keeps checkpoints of the audit log in files", false);
    }

    @Override
    public AuditWitness open(Settings settings, InstantSource clock) {
        return new FileWitness(new WitnessFolder(FolderSetting.toKeepIn(settings)));
    }

    @Override
    public AuditWitness openToRead(Settings settings, InstantSource clock) {
        return new FileWitness(new WitnessFolder(FolderSetting.toRead(settings)));
    }
}
