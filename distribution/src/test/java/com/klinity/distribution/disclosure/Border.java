package com.klinity.distribution.disclosure;

import com.klinity.platform.spi.Vendor;
import com.klinity.platform.testkit.AuditLine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Stands before adapters of outside vendors and notes what the audit log says whenever one of them is entered. */
final class Border {

    static final Vendor OUTSIDE =
            new Vendor("Outside Inc.", "does its work", List.of("eu"), true, List.of("outside.example"), "BAA-1");

    private final Queue<Crossing> crossings = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Supplier<List<AuditLine>>> log = new AtomicReference<>(List::of);

    /**
     * An adapter is entered.
     *
     * @param method    which, such as {@code BlobStore.put}
     * @param arguments what it is given
     * @param disclosed the disclosures in the log at that moment, as another connection sees them
     */
    record Crossing(String method, List<Object> arguments, List<AuditLine> disclosed) {}

    /** From now on this is the log to look at. */
    void look(Supplier<List<AuditLine>> entries) {
        log.set(entries);
        crossings.clear();
    }

    /** What has crossed by methods that carry patient data. */
    List<Crossing> crossings() {
        return List.copyOf(crossings);
    }

    List<AuditLine> disclosures() {
        return log.get().get().stream()
                .filter(line -> line.action().equals("disclose"))
                .toList();
    }

    /** The adapter, watched. */
    <T> T guard(Class<T> spi, T adapter) {
        return spi.cast(Proxy.newProxyInstance(spi.getClassLoader(), new Class<?>[] {spi}, (proxy, method, given) -> {
            String name = spi.getSimpleName() + "." + method.getName();
            List<Object> arguments = given == null ? List.of() : List.of(given);
            if (Borders.CARRYING.contains(name)) {
                crossings.add(new Crossing(name, arguments, disclosures()));
            }
            try {
                return method.invoke(adapter, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
