/** Files out of a drop, folders walked to the bottom. Names keep the path inside the folder. */

export interface NamedFile {
  name: string;
  file: File;
}

const entriesIn = (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => {
    const reader = folder.createReader();
    const found: FileSystemEntry[] = [];
    /** A reader gives at most 100 entries at a time and an empty list at the end. */
    const next = () =>
      reader.readEntries((batch) => {
        if (batch.length === 0) return resolve(found);
        found.push(...batch);
        next();
      }, reject);
    next();
  });

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

async function walk(entry: FileSystemEntry): Promise<NamedFile[]> {
  /** Names that begin with a dot are the system's own (.DS_Store, .git), never a report. */
  if (entry.name.startsWith(".")) return [];
  if (isFile(entry)) return [{ name: entry.fullPath.replace(/^\//u, ""), file: await fileOf(entry) }];
  if (!isFolder(entry)) return [];
  const below = await entriesIn(entry);
  const files: NamedFile[] = [];
  for (const child of below) files.push(...(await walk(child)));
  return files;
}

/** In the order of their names. The entries must be taken before the first await: the drop is gone after it. */
export async function droppedFiles(transfer: DataTransfer): Promise<NamedFile[]> {
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  const files = (await Promise.all(entries.map(walk))).flat();
  return files.sort((left, right) => left.name.localeCompare(right.name));
}

/** From a file field; a folder field gives each file's path. */
export const chosenFiles = (list: FileList | null): NamedFile[] =>
  [...(list ?? [])]
    .map((file) => ({ name: file.webkitRelativePath || file.name, file }))
    .filter(({ name }) => !name.split("/").some((part) => part.startsWith(".")));
