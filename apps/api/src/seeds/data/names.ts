/** Our own lists of names. Whoever comes out of them is invented. */
export type Sex = 'M' | 'F';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Given names usual in and around Kupang. */
export const localGiven: Record<Sex, string[]> = {
  M: words(`
    Adrianus Alfonsus Antonius Arnoldus Benyamin Bernadus Daniel Dominikus Efraim Elias Ferdinandus
    Fransiskus Gerson Godlief Gregorius Hendrik Hironimus Imanuel Jeskial Joni Kornelis Lambertus
    Marselinus Markus Marthinus Melkianus Metusalak Nikodemus Nikson Okto Oktovianus Paulus Petrus
    Robinson Samuel Semuel Silvester Simon Stefanus Thobias Thomas Viktor Wempi Yakob Yeremias Yohanis
    Yosef Yunus Zakarias
  `),
  F: words(`
    Adelina Adriana Agustina Albertina Anastasia Apolonia Bernadete Blandina Debora Delfiana Dorkas
    Elisabet Emirensiana Ermelinda Ester Fransina Fransiska Graciana Hermina Imelda Irmina Juliana
    Katarina Kristina Lidia Ludgardis Margareta Maria Marlince Marselina Martha Mariana Naomi Nelci
    Orpa Paulina Petronela Rambu Rosalina Salomi Selfina Theresia Veronika Welhelmina Wilhelmina
    Yanti Yosefina Yublina Yuliana Yustina
  `),
};

/** Second given names, used now and then. */
export const localMiddle: Record<Sex, string[]> = {
  M: words('Aris Dedi Ferdi Heri Jefri Melki Noldi Rano Roni Yanto'),
  F: words('Ani Dewi Evi Fitri Ina Lusi Meri Nona Rini Yuni'),
};

/** Family names of Timor, Rote, Sabu, Flores, Sumba and Alor. */
export const localFamily = words(`
  Adoe Amalo Asbanu Atonis Banunaek Bekak Benu Bessie Bire Boimau Bria Djami Djara Doko Fanggidae Fallo
  Foeh Haning Hede Henuk Kale Kana Kapitan Kase Kedang Keraf Kiuk Klau Koroh Lakapu Lamanepa Lay Lede
  Ledoh Leki Lodo Lopo Lulu Manafe Manu Mauboy Mbatu Messakh Mooy Nabuasa Naimnule Nalle Nahak Ndaumanu
  Ndolu Nenobais Neolaka Nifu Nino Nitbani Nubatonis Oematan Pandie Pello Radja Riwu Rohi Saefatu Sailana
  Selan Seran Sinlae Sonbai Suek Taebenu Taek Tafuli Takesan Talan Tallo Tanaem Taneo Tefa Tiran Toelle
  Tukan Ully Wadu Wora
`);

/** Given names from elsewhere in Indonesia; people settle in Kupang from many islands. */
export const generalGiven: Record<Sex, string[]> = {
  M: words('Abdul Ahmad Agus Arif Bayu Eko Fajar Gede Hasan Ilham Irwan Ketut Made Rahmat Rizal Wahyu'),
  F: words('Aisyah Ayu Endah Fatimah Hasnah Indah Kadek Komang Lestari Nurul Putu Rahma Siti Sri Wati Wulan'),
};

export const generalLast: Record<Sex, string[]> = {
  M: words('Basri Firmansyah Gunawan Hidayat Kurniawan Mahardika Nugraha Prasetya Ramadhan Setiawan Wirawan'),
  F: words(
    'Anggraini Handayani Kartika Kusuma Maharani Ningsih Novitasari Permata Puspita Rahayu Utami Wardani',
  ),
};
