/**
 * Keeps checkpoints of the audit log in a folder, a file each. Exports nothing.
 *
 * @provides com.klinity.audit.spi.AuditWitnessProvider the witness {@code file}
 */
module com.klinity.audit.file {
    requires com.klinity.audit;

    provides com.klinity.audit.spi.AuditWitnessProvider with
            com.klinity.audit.file.FileWitnessProvider;
}
