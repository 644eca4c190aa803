open module org.apache.pdfbox.io {
    requires org.apache.commons.logging;
}
