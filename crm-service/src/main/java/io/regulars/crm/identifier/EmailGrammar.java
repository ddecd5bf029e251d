package io.regulars.crm.identifier;

/**
 * Reads an e-mail address as RFC 5322 (3.4.1, with the obsolete forms of 4.4) spells it, letters beyond ASCII as RFC 6531
 * adds them. Comments and folded white space mean nothing and are left out; a word stands without needless quotes.
 */
final class EmailGrammar {

    private static final String MARKS = "!#$%&'*+-/=?^_`{|}~";
    private static final char END = '\uffff';

    private final String text;
    private int at;

    private EmailGrammar(String text) {
        this.text = text;
    }

    /** {@code quoted}: the local part cannot stand without quotes. */
    record Address(String local, String domain) {}

    /** Says that no address begins or goes on like that. */
    private static final class NoAddress extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoAddress() {
            super(null, null, false, false);
        }
    }

    /** The two sides of an address; null where there is none. */
    static Address read(String text) {
        try {
            return new EmailGrammar(text).address();
        } catch (NoAddress none) {
            return null;
        }
    }

    private Address address() {
        String local = words();
        expect('@');
        blank();
        String domain = peek() == '[' ? literal() : labels();
        if (at < text.length()) throw new NoAddress();
        return new Address(local, domain);
    }

    /** Words with dots between, around each of which there may be comments and white space. */
    private String words() {
        StringBuilder words = new StringBuilder();
        do {
            if (!words.isEmpty()) words.append('.');
            blank();
            words.append(peek() == '"' ? quoted() : atom());
            blank();
        } while (goesOn());
        return words.toString();
    }

    private String labels() {
        StringBuilder labels = new StringBuilder();
        do {
            if (!labels.isEmpty()) labels.append('.');
            blank();
            String label = atom();
            if (label.startsWith("-") || label.endsWith("-")) throw new NoAddress();
            labels.append(label);
            blank();
        } while (goesOn());
        return labels.toString();
    }

    private boolean goesOn() {
        if (peek() != '.') return false;
        at++;
        return true;
    }

    private String atom() {
        int from = at;
        while (at < text.length() && isOfAnAtom(text.charAt(at))) at++;
        if (at == from) throw new NoAddress();
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder words = new StringBuilder();
        expect('"');
        for (char c = peek(); c != '"'; c = peek()) {
            if (c == '\\') words.append('\\').append(escaped());
            else if (isWhite(c)) {
                white();
                words.append(' ');
            } else words.append(plain(c));
        }
        expect('"');
        return isAtom(words) ? words.toString() : '"' + words.toString() + '"';
    }

    private String literal() {
        StringBuilder literal = new StringBuilder("[");
        expect('[');
        for (char c = peek(); c != ']'; c = peek()) {
            if (c == '[') throw new NoAddress();
            if (c == '\\') literal.append('\\').append(escaped());
            else if (isWhite(c)) white();
            else literal.append(plain(c));
        }
        expect(']');
        blank();
        return literal.append(']').toString();
    }

    /** Comments, which may hold comments, and white space. */
    private void blank() {
        for (char c = peek(); c == '(' || isWhite(c); c = peek()) {
            if (c == '(') comment();
            else white();
        }
    }

    private void comment() {
        int depth = 0;
        do {
            char c = peek();
            if (c == '(') depth++;
            if (c == ')') depth--;
            if (c == '\\') escaped();
            else if (isWhite(c)) white();
            else plain(c);
        } while (depth > 0);
    }

    /** A new line counts as white space where white space follows on it. */
    private void white() {
        if (peek() == '\r') {
            at++;
            expect('\n');
            if (peek() != ' ' && peek() != '\t') throw new NoAddress();
        }
        at++;
    }

    private char escaped() {
        at++;
        char c = peek();
        if (at >= text.length() || c > 127) throw new NoAddress();
        at++;
        return c;
    }

    private char plain(char c) {
        if (at >= text.length() || c == 0 || c == '\n' || c == '\r') throw new NoAddress();
        at++;
        return c;
    }

    private void expect(char c) {
        if (peek() != c || at >= text.length()) throw new NoAddress();
        at++;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private static boolean isOfAnAtom(char c) {
        if (c > 127) return Character.isDefined(c) && !Character.isISOControl(c) && !Character.isSpaceChar(c);
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || MARKS.indexOf(c) >= 0;
    }

    private static boolean isAtom(CharSequence words) {
        return !words.isEmpty() && words.chars().allMatch(c -> isOfAnAtom((char) c));
    }
}
