/** The 256 words of head-words.ts, in alphabetical order. Never changed: heads were read aloud in them. */
export const wordList: readonly string[] = (
  'akar alas alun anggur angin anting anyaman apel arus asam awan ayunan' +
  ' bahtera baju bakau balai balon bandeng bangau bantal batik bawang bebek becak' +
  ' bendera bengkel beras berlian beruang biola bonsai botol brokoli buaya bubur buku' +
  ' bumi bunga cabai cangkir capung catur celana cempaka cendana cerita cermin cokelat' +
  ' corong dadu dahan damar dapur dasi daun delman denah domba dompet dongeng' +
  ' dukuh durian ember embun engsel eskrim foto gading gajah gamelan gandum garpu' +
  ' garuda gedung gelas gendang getah gitar gula gunting gurita harimau hutan ilalang' +
  ' intan jagung jahe jamur jangkar jarum jembatan jendela jerami jinten kaca kacang' +
  ' kail kakao kamboja kanal kancil karet kartu kasur kawah kayu keju kelapa' +
  ' kelereng kemiri kenari kendi kepiting kerang kereta kertas kicau kijang kodok kolam' +
  ' kompas kopi koral kuali kue kunci kunyit kursi labu lada lampu landak' +
  ' lantai laut lemari lentera lidi limau lobak lontar lukisan lumpang lumut lutung' +
  ' mangga manggis markisa matahari medan meja melati menara mentega merpati mesin minyak' +
  ' motor muara mutiara naga nangka nelayan nila nuri nyiur ombak orkes pagar' +
  ' paku palem panah pancing panggung papan paus pedati pelangi penyu pepaya perisai' +
  ' permata petani piala piano pinggan pinus pohon pompa pulau puncak purnama raket' +
  ' rambutan rebung remis rimba roda rompi rotan rumah rusa sabun sagu salak' +
  ' salju sampan sandal sate satelit sawo sayur sekoci semangka semut senja sepatu' +
  ' sepeda seruling siput sirsak sukun sumur sungai surat tabung tahu taman tambur' +
  ' tari teh telaga telur tembaga tembok tenda tenun terompet tikar timun tinta' +
  ' tomat toples tulip tumpeng tupai udang udara ulin unta voli wajan warung' +
  ' wayang wortel zaitun zamrud'
).split(' ');
