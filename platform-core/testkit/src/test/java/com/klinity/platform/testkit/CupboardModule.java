package com.klinity.platform.testkit;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.OutsideData;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A feature on top of the notes, with something outside the database that can be out of reach for a while. */
final class CupboardModule implements FeatureModule {

    private final Set<UUID> locked = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Long> notesSeen = new ConcurrentHashMap<>();
    private final Map<UUID, CountDownLatch> slow = new ConcurrentHashMap<>();
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();

    void lock(UUID account) {
        locked.add(account);
    }

    void unlock(UUID account) {
        locked.remove(account);
    }

    /** From now on erasing this account, or a slow call of it, waits for the latch. */
    void slow(UUID account, CountDownLatch latch) {
        slow.put(account, latch);
    }

    boolean waits(UUID account) {
        return waiting.contains(account);
    }

    boolean isErased(UUID account) {
        return notesSeen.containsKey(account);
    }

    /** How many notes the account had when its cupboard was emptied. */
    long notesSeen(UUID account) {
        return notesSeen.getOrDefault(account, -1L);
    }

    @Override
    public String name() {
        return "cupboard";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public List<String> after() {
        return List.of("notes");
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), CupboardModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        return new Feature() {
            @Override
            public void routes(Routes routes) {
                routes.post("/v1/slow-notes", Access.phi(Action.CREATE, "Note"), call -> {
                    UUID account = call.scope().account();
                    pass(account);
                    call.scope()
                            .sql("insert into notes.notes (id, text) values (:id, 'late')")
                            .set("id", UUID.randomUUID())
                            .execute();
                    return Reply.noContent();
                });
            }

            @Override
            public List<OutsideData> outside() {
                return List.of(
                        new OutsideData.Removable("Cupboard", true, "Carpenter Ltd", CupboardModule.this::erase),
                        new OutsideData.Remaining("Receipts", false, "Carpenter Ltd", "They are on paper."));
            }
        };
    }

    private void erase(UUID account, Reads rows) {
        pass(account);
        if (locked.contains(account)) {
            throw new IllegalStateException("locked");
        }
        notesSeen.put(
                account,
                rows.in(scope -> scope.sql("select count(*) as notes from notes.notes")
                        .first(row -> row.number("notes"))
                        .orElseThrow()));
    }

    private void pass(UUID account) {
        CountDownLatch latch = slow.get(account);
        if (latch != null) {
            waiting.add(account);
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
