// A file with a passage a line in; then, for each query on standard input, microseconds and the numbers of its best passages out.
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Arguments: the file of passages, and an empty folder for the index. */
public class LuceneSearch {
  public static void main(String[] args) throws Exception {
    Analyzer pairs = new CJKAnalyzer();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Directory directory = FSDirectory.open(Path.of(args[1]))) {
      long start = System.nanoTime();
      // One thread and one segment after another, in the order of the file: a document's number is its line.
      IndexWriterConfig config = new IndexWriterConfig(pairs).setMergePolicy(new org.apache.lucene.index.LogDocMergePolicy());
      try (IndexWriter writer = new IndexWriter(directory, config);
          BufferedReader passages = Files.newBufferedReader(Path.of(args[0]))) {
        for (String line; (line = passages.readLine()) != null; ) {
          Document document = new Document();
          document.add(new TextField("text", line, Field.Store.NO));
          writer.addDocument(document);
        }
      }
      long built = System.nanoTime() - start;
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        QueryBuilder queries = new QueryBuilder(pairs);
        long bytes = usedBytes();
        for (String file : directory.listAll()) bytes += directory.fileLength(file);
        out.println(built / 1000 + " " + bytes);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
          String[] limitAndText = line.split(" ", 2);
          long asked = System.nanoTime();
          Query query = queries.createBooleanQuery("text", limitAndText[1]);
          ScoreDoc[] hits =
              query == null ? new ScoreDoc[0] : searcher.search(query, Integer.parseInt(limitAndText[0])).scoreDocs;
          StringBuilder answer = new StringBuilder();
          answer.append((System.nanoTime() - asked) / 1000);
          for (ScoreDoc hit : hits) answer.append(' ').append(hit.doc);
          out.println(answer);
        }
      }
    }
  }

  /** Objects in use after a collection. */
  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
