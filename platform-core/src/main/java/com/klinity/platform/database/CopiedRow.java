package com.klinity.platform.database;

import com.klinity.platform.database.Columns.Kind;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.Row;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a streamed query; each column is read as what it is. */
final class CopiedRow implements Row {

    private final Columns columns;
    private final CopiedFields fields;
    private final Json json;

    CopiedRow(Columns columns, Json json) {
        this.columns = columns;
        this.fields = new CopiedFields(columns.kinds().size());
        this.json = json;
    }

    /** Takes in a message of the server; false when it is the end, which has no row. */
    boolean read(byte[] message) {
        return fields.read(message);
    }

    @Override
    public UUID uuid(String column) {
        return fields.uuid(there(column, Kind.UUID));
    }

    @Override
    public @Nullable UUID uuidOrNull(String column) {
        return isNull(column) ? null : uuid(column);
    }

    @Override
    public String text(String column) {
        return fields.text(there(column, Kind.TEXT));
    }

    @Override
    public @Nullable String textOrNull(String column) {
        return isNull(column) ? null : text(column);
    }

    @Override
    public long number(String column) {
        return fields.number(there(column, Kind.NUMBER));
    }

    @Override
    public @Nullable Long numberOrNull(String column) {
        return isNull(column) ? null : number(column);
    }

    @Override
    public @Nullable Double decimalOrNull(String column) {
        return isNull(column) ? null : fields.decimal(there(column, Kind.DECIMAL));
    }

    @Override
    public boolean flag(String column) {
        return fields.flag(there(column, Kind.FLAG));
    }

    @Override
    public Instant instant(String column) {
        return fields.instant(there(column, Kind.INSTANT));
    }

    @Override
    public @Nullable Instant instantOrNull(String column) {
        return isNull(column) ? null : instant(column);
    }

    @Override
    public @Nullable LocalDate dateOrNull(String column) {
        return isNull(column) ? null : fields.date(there(column, Kind.DATE));
    }

    @Override
    public byte[] bytes(String column) {
        return fields.bytes(there(column, Kind.BYTES));
    }

    @Override
    public List<UUID> uuids(String column) {
        return isNull(column) ? List.of() : fields.uuids(there(column, Kind.UUIDS));
    }

    @Override
    public <T> T json(String column, Class<T> type) {
        return json.read(new JsonText(document(column)), type);
    }

    @Override
    @SuppressWarnings("unchecked") // an array class made from the element's class
    public <T> List<T> jsonList(String column, Class<T> element) {
        return isNull(column)
                ? List.of()
                : List.of((T[]) json.read(
                        new JsonText(document(column)),
                        Array.newInstance(element, 0).getClass()));
    }

    private String document(String column) {
        return columns.kinds().get(columns.place(column)) == Kind.JSONB
                ? fields.textOfJsonb(there(column, Kind.JSONB))
                : fields.text(there(column, Kind.JSON));
    }

    private boolean isNull(String column) {
        return fields.isNull(columns.place(column));
    }

    private int there(String column, Kind kind) {
        int place = columns.place(column, kind);
        if (fields.isNull(place)) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return place;
    }
}
