package com.klinity.distribution;

import java.util.UUID;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Ids on the command line. Java itself would take {@code 1-1-1-1-1} for one. */
final class Ids implements ITypeConverter<UUID> {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public UUID convert(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new TypeConversionException("must be an id such as 01a20283-5ad4-7b2e-8518-df21fcc289ab");
        }
        return UUID.fromString(text);
    }
}
