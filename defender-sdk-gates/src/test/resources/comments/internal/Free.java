package comments.internal;

public class Free {}
