package com.klinity.platform.testkit;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Rules;
import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.UuidV7;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The smallest feature that uses everything the core offers. */
final class NotesModule implements FeatureModule {

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of("V1__notes.sql"), NotesModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of(new DataKind("Notes", true, "While the account is active", List.of("notes.notes")));
    }

    @Override
    public Feature open(FeatureContext context) {
        return new Notes();
    }

    record NewNote(String text) {
        NewNote {
            new Rules().text("/text", text, 100).enforce();
        }
    }

    record Note(UUID id, String text) {
        static Note of(Row row) {
            return new Note(row.uuid("id"), row.text("text"));
        }
    }

    /** Its routes. */
    private static final class Notes implements Feature {

        /** Makes two requests differ, and nothing else. */
        private static final Parameters KIND =
                Parameters.none().oneOf("kind", List.of("short", "long"), "What it is called.");

        private static final Parameters LIKE = Parameters.none().text("text", "Exactly this.");

        @Override
        public void routes(Routes routes) {
            routes.get("/v1/notes/{id}", Access.phi(Action.READ, "Note"), Notes::read);
            routes.get("/v1/notes", Access.phi(Action.READ, "Note"), Parameters.page(), Notes::list);
            routes.get("/v1/notes/like", Access.phi(Action.READ, "Note"), LIKE, Notes::like);
            routes.get("/v1/notes/all", Access.phi(Action.EXPORT, "Note"), Notes::export);
            routes.post("/v1/notes", Access.phi(Action.CREATE, "Note"), KIND, Notes::create);
            routes.post("/v1/notes/search", Access.phi(Action.READ, "Note"), Notes::search);
            routes.post("/v1/notes/{id}/turn", Access.phi(Action.UPDATE, "Note"), Notes::turn);
            routes.post("/v1/secrets", Access.phi(Action.CREATE, "Note"), call -> Reply.ok(List.of("not told again")));
            routes.patch("/v1/notes/{id}", Access.phi(Action.UPDATE, "Note"), Notes::change);
            routes.get(
                    "/v1/whoami",
                    Access.signedIn(Action.READ, "Account"),
                    call -> Reply.ok(List.of(call.scope().account())));
            routes.get("/v1/broken", Access.open(), call -> {
                throw new IllegalStateException("a value nobody must see");
            });
        }

        private static Reply create(Call call) {
            NewNote input = call.body(NewNote.class);
            UUID id = UuidV7.at(Instant.now());
            call.scope()
                    .sql("insert into notes.notes (id, text) values (:id, :text)")
                    .set("id", id)
                    .set("text", input.text())
                    .execute();
            return Reply.created("/v1/notes/" + id, new Note(id, input.text()))
                    .etag(1)
                    .about(id);
        }

        private static Reply read(Call call) {
            UUID id = call.id("id");
            return call.scope()
                    .sql("select id, text, version from notes.notes where id = :id")
                    .set("id", id)
                    .first(row ->
                            Reply.ok(Note.of(row)).etag(row.number("version")).about(id))
                    .orElseThrow(Refusal::notFound);
        }

        private static Reply change(Call call) {
            UUID id = call.id("id");
            Note current = call.scope()
                    .sql("select id, text, version from notes.notes where id = :id for update")
                    .set("id", id)
                    .first(row -> {
                        call.ifMatch().check(row.number("version"));
                        return Note.of(row);
                    })
                    .orElseThrow(Refusal::notFound);
            NewNote changed = call.merge(new NewNote(current.text()), NewNote.class);
            call.scope()
                    .sql("update notes.notes set text = :text, version = version + 1 where id = :id")
                    .set("id", id)
                    .set("text", changed.text())
                    .execute();
            return Reply.ok(new Note(id, changed.text())).about(id);
        }

        private static Reply search(Call call) {
            return Reply.ok(call.scope()
                    .sql("select id, text from notes.notes where text = :text")
                    .set("text", call.body(NewNote.class).text())
                    .list(Note::of));
        }

        /** Says nothing, and does more each time. */
        private static Reply turn(Call call) {
            call.scope()
                    .sql("update notes.notes set version = version + 1 where id = :id")
                    .set("id", call.id("id"))
                    .execute();
            return Reply.noContent();
        }

        /** A query whose filters are empty when they are not asked for. */
        private static Reply like(Call call) {
            return Reply.ok(call.scope()
                    .sql("""
                        select text from notes.notes
                        where (cast(:text as text) is null or text = :text) and (cast(:least as uuid) is null or id > :least)
                        order by id limit :limit
                        """)
                    .set("text", call.query("text").orElse(null))
                    .set("least", null)
                    .set("limit", 10)
                    .list(row -> row.text("text")));
        }

        private static Reply list(Call call) {
            List<Note> notes = call.scope()
                    .sql("select id, text from notes.notes order by id limit :limit")
                    .set("limit", call.page().fetch())
                    .list(Note::of);
            return Reply.ok(call.page().of(notes, note -> new Page.Position(Instant.EPOCH, note.id())))
                    .about(notes.stream().map(Note::id).toList());
        }

        private static Reply export(Call call) {
            return Reply.live("text/plain", (out, reads) -> {
                for (String text : reads.in(Notes::texts)) {
                    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
        }

        private static List<String> texts(Scope scope) {
            List<String> texts = new ArrayList<>();
            scope.sql("select text from notes.notes order by id").each(row -> texts.add(row.text("text")));
            return texts;
        }
    }
}
